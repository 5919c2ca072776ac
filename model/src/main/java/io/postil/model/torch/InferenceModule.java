package io.postil.model.torch;

import ai.djl.Device;
import io.postil.model.CheckpointException;
import io.postil.model.Numeric;
import io.postil.model.checkpoint.Checkpoint;
import io.postil.model.checkpoint.Encoder;
import io.postil.model.checkpoint.Tensors;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Checkpoints turned into loaded modules for inference. */
final class InferenceModule {
    private static final String PREPARE = "prepare";

    /** PyTorch's numbers of its types. */
    private static final int FLOAT16 = 5;

    private static final int BFLOAT16 = 15;

    private InferenceModule() {}

    /** Loads a module that computes in some numbers, and keeps nothing in memory that those do not need. */
    static TorchModule load(Checkpoint checkpoint, int threads, Device device, Numeric numeric) {
        Processor processor = Processor.of(device);
        if (!processor.runs(numeric)) {
            throw new CheckpointException(checkpoint.folder() + ": numeric mode " + numeric.label()
                    + " does not run on " + Devices.name(device).name()
                    + " (fp16 needs a GPU, int8 a CPU that adds up products of 8-bit integers: VNNI)");
        }
        TorchModule module = TorchModule.load(script(checkpoint, numeric), threads, device, false);
        if (numeric != Numeric.FP32) {
            module.call(PREPARE);
        }
        return module;
    }

    private static Script script(Checkpoint checkpoint, Numeric numeric) {
        List<Encoder.Slot> slots = checkpoint.config().slots();
        Tensors weights = checkpoint.weights();
        List<Script.Parameter> parameters = slots.stream()
                .map(slot -> new Script.Parameter(
                        ScriptText.identifier(slot.name()), slot.shape(), false, () -> weights.read(slot.name())))
                .toList();
        List<String> names = slots.stream().map(Encoder.Slot::name).toList();
        return switch (numeric) {
            case FP32 -> new Script(parameters, List.of(), methods(checkpoint, Linears.plain()));
            case BF16, FP16 ->
                new Script(
                        parameters,
                        List.of(),
                        methods(checkpoint, Linears.plain())
                                + rounding(names, numeric == Numeric.BF16 ? BFLOAT16 : FLOAT16));
            case INT8 -> bytes(checkpoint, parameters);
            case AUTO -> throw new IllegalArgumentException("auto is no mode of its own");
        };
    }

    private static Script bytes(Checkpoint checkpoint, List<Script.Parameter> parameters) {
        Linears.Bytes linears = new Linears.Bytes();
        String methods = methods(checkpoint, linears) + ByteLinears.methods(PREPARE, linears.layers());
        List<Script.Parameter> all = new ArrayList<>(parameters);
        all.addAll(ByteLinears.parameters(linears.layers()));
        return new Script(all, List.of(), methods);
    }

    private static String methods(Checkpoint checkpoint, Linears linears) {
        return Scripts.methods(checkpoint.config().encoder(), checkpoint.head(), linears);
    }

    /** A method that rounds all parameters to numbers of 16 bits. */
    private static String rounding(List<String> parameters, int type) {
        String lines = parameters.stream()
                .map(ScriptText::self)
                .map(parameter -> "    %1$s = torch.to(%1$s, %2$s)\n".formatted(parameter, type))
                .collect(Collectors.joining());
        return "  def %s(self: %s, input: Tensor) -> Tensor:\n%s    return input\n"
                .formatted(PREPARE, Script.TYPE, lines);
    }
}
