package io.postil.model.torch;

import io.postil.model.checkpoint.Shape;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The TorchScript text of linear layers in 8-bit integers. Weights are quantised by their rows when a model is loaded: signed and symmetric,
 * the largest of a row at 127. Inputs are quantised as they come, each token by itself: one large value costs no other token its precision,
 * and what else is in a batch changes a token's answer by rounding alone.
 *
 * <p>Bytes are unsigned, so that a zero of the input is a byte {@code z}: 128 for values on both sides of zero, 32 where an activation
 * function lets little through below it. With a row of weights {@code w = v q} and a token {@code x = s (u - z)}, of whole numbers
 * {@code q, u}: {@code w x = s (v (q u) - z v (sum of q))}. What stands in parentheses is one call of oneDNN's
 * ({@code onednn::qlinear_pointwise}).
 */
final class ByteLinears {
    private static final String QUANTISE = "quantised";
    private static final String MULTIPLY = "multiplied";

    /**
     * By way of 32-bit integers, since PyTorch turns those to bytes several times faster than floats. What is added to the places is a row,
     * not one number, because PyTorch's vectorised loops take a single operand that repeats, and that is the scale.
     */
    private static final String METHODS = """
              def quantised(self: __torch__.Model, x: Tensor, floor: Optional[float]) -> Tuple[Tensor, Tensor, float]:
                largest = torch.amax(x, [-1], True)
                if torch.__is__(floor, None):
                  zero = 128.
                  scale = torch.clamp(torch.div(torch.maximum(largest, torch.neg(torch.amin(x, [-1], True))), 127.), 1e-30)
                else:
                  zero = 32.
                  scale = torch.clamp(torch.div(largest, 223.), torch.div(unchecked_cast(float, floor), -32.))
                middle = torch.full([torch.size(x, -1)], torch.add(zero, 0.5), dtype=6)
                places = torch.addcmul(middle, x, torch.reciprocal(scale))
                return (torch.to(torch.to(places, 3), 0), scale, torch.neg(zero))
              def multiplied(self: __torch__.Model, input: Tuple[Tensor, Tensor, float], weight: Tensor, scales: Tensor, sums: Tensor, bias: Tensor) -> Tensor:
                bytes, scale, shift, = input
                zeros = torch.zeros_like(scales, dtype=4)
                y = ops.onednn.qlinear_pointwise(bytes, 1., 0, weight, scales, zeros, torch.mul(sums, shift), 1., 0, 6, "none", annotate(List[Optional[number]], []), "")
                return torch.addcmul(bias, y, scale)
            """;

    private static final String PACK = """
            w = torch.cat([%1$s])
            scales = torch.clamp(torch.div(torch.amax(torch.abs(w), [1]), 127.), 1e-30)
            whole = torch.round(torch.div(w, torch.unsqueeze(scales, 1)))
            self.%2$s_bytes = ops.onednn.qlinear_prepack(torch.to(whole, 1), None)
            self.%2$s_scales = scales
            self.%2$s_sums = torch.mul(torch.sum(whole, [1]), scales)
            self.%2$s_offset = %3$s
            """;

    private ByteLinears() {}

    /** Layers of one input that are computed as one; a layer without a bias stands alone. */
    record Together(List<String> modules, boolean bias) {
        Together {
            modules = List.copyOf(modules);
        }

        /** The identifier that its tensors' names begin with. */
        private String name() {
            return modules.stream().map(ScriptText::identifier).collect(Collectors.joining("_and_"));
        }

        private String tensor(String kind) {
            return "self." + name() + "_" + kind;
        }

        /** Empty until the weights are packed. */
        private Stream<Script.Parameter> parameters() {
            return Stream.of("bytes", "scales", "sums", "offset")
                    .map(kind -> new Script.Parameter(
                            name() + "_" + kind, new Shape(List.of(1)), false, () -> new float[1]));
        }

        private String packing() {
            String weights = all("weight");
            String offset = bias ? "torch.cat([" + all("bias") + "])" : "torch.zeros_like(scales)";
            return PACK.formatted(weights, name(), offset).indent(4);
        }

        private String all(String kind) {
            return modules.stream()
                    .map(module -> ScriptText.self(module + "." + kind))
                    .collect(Collectors.joining(", "));
        }
    }

    /** The expression of an input as layers take it, whose values are no less than the floor, a number or None. */
    static String quantised(String input, String floor) {
        return "(self).%s(%s, %s)".formatted(QUANTISE, input, floor);
    }

    /** The expression of layers' outputs, one after the other, for what {@link #quantised} gives. */
    static String multiplied(String ready, Together layers) {
        return "(self).%s(%s, %s, %s, %s, %s)"
                .formatted(
                        MULTIPLY,
                        ready,
                        layers.tensor("bytes"),
                        layers.tensor("scales"),
                        layers.tensor("sums"),
                        layers.tensor("offset"));
    }

    /** What the layers keep. */
    static List<Script.Parameter> parameters(Collection<Together> layers) {
        return layers.stream().flatMap(Together::parameters).toList();
    }

    /** The methods that layers call, and one by the name given that packs their weights and keeps them no more as they were. */
    static String methods(String prepare, Set<Together> layers) {
        String packing = layers.stream().map(Together::packing).collect(Collectors.joining());
        String forgetting = layers.stream()
                .flatMap(group -> group.modules().stream())
                .distinct()
                .map(module -> "    " + ScriptText.self(module + ".weight") + " = input\n")
                .collect(Collectors.joining());
        return METHODS
                + "  def %s(self: __torch__.Model, input: Tensor) -> Tensor:\n".formatted(prepare)
                + packing
                + forgetting
                + "    return input\n";
    }
}
