package io.postil.model.torch;

import io.postil.model.checkpoint.Shape;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The TorchScript text of linear layers in 8-bit integers. Weights are quantised by their rows when a model is loaded: signed and symmetric,
 * the largest of a row at 127. Inputs are quantised as they come, each token by itself from its least to its largest value, unsigned: one
 * large value costs no other token its precision, and what else is in a batch changes a token's answer by rounding alone.
 *
 * <p>With a row of weights {@code w = v q} and a token {@code x = s u + l}, of whole numbers {@code q, u} and the least value {@code l}:
 * {@code w x = s v (q u) + l v (sum of q)}. The first sum is oneDNN's ({@code onednn::qlinear_pointwise}), the second is known beforehand.
 */
final class ByteLinears {
    static final String QUANTISE = "quantised";
    static final String MULTIPLY = "multiplied";

    /** By way of 32-bit integers, since PyTorch turns those to bytes several times faster than floats. */
    private static final String METHODS = """
              def quantised(self: __torch__.Model, x: Tensor) -> Tuple[Tensor, Tensor, Tensor]:
                least = torch.amin(x, [-1], True)
                scale = torch.clamp(torch.div(torch.sub(torch.amax(x, [-1], True), least), 255.), 1e-30)
                inverse = torch.reciprocal(scale)
                places = torch.addcmul(torch.sub(0.5, torch.mul(least, inverse)), x, inverse)
                bytes = torch.to(torch.to(places, 3), 0)
                return (bytes, scale, least)
              def multiplied(self: __torch__.Model, input: Tuple[Tensor, Tensor, Tensor], weight: Tensor, scales: Tensor, sums: Tensor, bias: Tensor) -> Tensor:
                bytes, scale, least, = input
                zeros = torch.zeros_like(scales, dtype=4)
                y = ops.onednn.qlinear_pointwise(bytes, 1., 0, weight, scales, zeros, None, 1., 0, 6, "none", annotate(List[Optional[number]], []), "")
                return torch.addcmul_(torch.addcmul(bias, sums, least), y, scale)
            """;

    private static final String PACK = """
            w = self.%1$s
            scales = torch.clamp(torch.div(torch.amax(torch.abs(w), [1]), 127.), 1e-30)
            whole = torch.round(torch.div(w, torch.unsqueeze(scales, 1)))
            self.%2$s = scales
            self.%3$s = torch.mul(torch.sum(whole, [1]), scales)
            self.%1$s = ops.onednn.qlinear_prepack(torch.to(whole, 1), None)
            """;

    private ByteLinears() {}

    static String scales(String module) {
        return module + ".scales";
    }

    /** Of the whole numbers of each row, times its scale. */
    static String sums(String module) {
        return module + ".sums";
    }

    /** What the layers keep beside their weights; empty until the weights are packed. */
    static List<Script.Parameter> parameters(Collection<String> modules) {
        return modules.stream()
                .flatMap(module -> Stream.of(scales(module), sums(module)))
                .map(name -> new Script.Parameter(
                        ScriptText.identifier(name), new Shape(List.of(1)), false, () -> new float[1]))
                .toList();
    }

    /** The methods that layers call, and one by the name given that packs their weights and keeps them no more as they were. */
    static String methods(String prepare, Collection<String> modules) {
        return METHODS
                + modules.stream()
                        .map(ByteLinears::packed)
                        .collect(Collectors.joining(
                                "",
                                "  def " + prepare + "(self: __torch__.Model, input: Tensor) -> Tensor:\n",
                                "    return input\n"));
    }

    private static String packed(String module) {
        return PACK.formatted(
                        ScriptText.identifier(module + ".weight"),
                        ScriptText.identifier(scales(module)),
                        ScriptText.identifier(sums(module)))
                .indent(4);
    }
}
