package io.postil.model.torch;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The TorchScript text of a method that turns the parameters of a loaded model into what its linear layers compute with: rounded to 16
 * bits, or quantised by their rows to signed 8-bit integers (symmetric, the largest of a row at 127) and packed.
 */
final class PreparingScript {
    private static final String PACK = """
            w = self.%1$s
            scales = torch.clamp(torch.div(torch.amax(torch.abs(w), [1]), 127.), 1e-12)
            q = torch.quantize_per_channel(w, scales, torch.zeros_like(scales, dtype=3), 0, 12)
            self.%2$s = ops.quantized.linear_prepack(q, %3$s)
            """;

    private PreparingScript() {}

    /** The attributes that {@link #packing} uses. */
    static List<String> attributes(Linears.Packed packed) {
        return packed.modules().stream()
                .map(module -> ScriptText.identifier(Linears.Packed.attribute(module)))
                .toList();
    }

    /** Packs the weights of linear layers, and keeps them no more as they were. */
    static String packing(String name, Linears.Packed packed) {
        return method(name, packed.modules().stream().map(module -> packed(module, packed.isBiased(module))));
    }

    /**
     * Rounds all parameters to 16 bits.
     *
     * @param scalarType PyTorch's number of the type
     */
    static String rounding(String name, List<String> parameters, int scalarType) {
        return method(
                name, parameters.stream().map(ScriptText::self).map(parameter -> "    %1$s = torch.to(%1$s, %2$s)\n"
                        .formatted(parameter, scalarType)));
    }

    private static String method(String name, Stream<String> lines) {
        return "  def " + name + "(self: __torch__.Model, input: Tensor) -> Tensor:\n"
                + lines.collect(Collectors.joining()) + "    return input\n";
    }

    private static String packed(String module, boolean biased) {
        String weight = ScriptText.identifier(module + ".weight");
        String bias = biased ? ScriptText.self(module + ".bias") : "None";
        String packed = ScriptText.identifier(Linears.Packed.attribute(module));
        return PACK.formatted(weight, packed, bias).indent(4) + "    self." + weight + " = torch.zeros([0])\n";
    }
}
