package io.postil.model.torch;

import io.postil.model.checkpoint.Shape;
import java.util.List;
import java.util.function.Supplier;

/**
 * A TorchScript module to be written: one class without submodules.
 *
 * @param parameters in the order that the engine lists them
 * @param lists attributes that hold tensors and start empty
 * @param methods the text of the class's methods, indented by two
 */
record Script(List<Parameter> parameters, List<String> lists, String methods) {
    /** What the class is called in the archive. */
    static final String TYPE = "__torch__.Model";

    Script {
        parameters = List.copyOf(parameters);
        lists = List.copyOf(lists);
    }

    /**
     * A tensor of the module.
     *
     * @param name an identifier
     * @param values read once, when the archive is written
     */
    record Parameter(String name, Shape shape, boolean trained, Supplier<float[]> values) {}

    /** The whole source file. */
    String source() {
        StringBuilder text = new StringBuilder("class Model(Module):\n  __parameters__ = [");
        parameters.forEach(
                parameter -> text.append('"').append(parameter.name()).append("\", "));
        text.append("]\n  __buffers__ = []\n");
        parameters.forEach(
                parameter -> text.append("  ").append(parameter.name()).append(" : Tensor\n"));
        text.append("  training : bool\n");
        lists.forEach(list -> text.append("  ").append(list).append(" : List[Tensor]\n"));
        return text.append(methods).toString();
    }
}
