package io.postil.model.torch;

import io.postil.model.Head;
import io.postil.model.checkpoint.Checkpoint;
import io.postil.model.checkpoint.Tensors;
import java.util.List;
import java.util.Map;

/** Checkpoints turned into loaded modules for inference. */
final class InferenceModule {

    private InferenceModule() {}

    static TorchModule load(Checkpoint checkpoint, TorchOptions options) {
        Head head = checkpoint.head();
        Tensors weights = checkpoint.weights();
        List<Script.Parameter> parameters = checkpoint.config().slots().stream()
                .map(slot -> new Script.Parameter(
                        ScriptText.identifier(slot.name()), slot.shape(), false, () -> weights.read(slot.name())))
                .toList();
        String methods = Scripts.methods(checkpoint.config().encoder(), head, Map.of());
        return TorchModule.load(new Script(parameters, List.of(), methods), options, false);
    }
}
