package io.postil.model.torch;

/**
 * The TorchScript text of dropout. On a processor PyTorch draws a random number for each value, one after the other on one core, which took
 * a quarter of a training step. Here the values to lose are drawn, with replacement and as many as it takes for each value to be lost with
 * the wanted chance: of {@code n} values a draw leaves one alone with the chance {@code 1 - 1/n}, so {@code log(1 - share) / log(1 - 1/n)}
 * draws leave it with {@code 1 - share}. Few values, the loss of all, and a GPU are left to PyTorch.
 */
final class DropoutScript {
    private static final String METHODS = """
              def noise(self: __torch__.Model, x: Tensor, share: float) -> Tensor:
                count = torch.numel(x)
                draws = int(torch.round(torch.div(torch.log(torch.sub(1., share)), torch.log(torch.sub(1., torch.div(1., count))))))
                places = torch.random_(torch.empty([draws], dtype=4), count)
                noise = torch.full([count], torch.div(1., torch.sub(1., share)), dtype=6)
                return torch.type_as(torch.reshape(torch.index_fill_(noise, 0, places, 0.), torch.size(x)), x)
              def dropped(self: __torch__.Model, x: Tensor, share: float, training: bool) -> Tensor:
                simple = torch.__or__(torch.lt(torch.numel(x), 4096), torch.ge(share, 1.))
                if torch.__or__(ops.prim.is_cuda(x), simple):
                  y = torch.dropout(x, share, training)
                elif training:
                  y = torch.mul(x, (self).noise(x, share))
                else:
                  y = x
                return y
            """;

    private DropoutScript() {}

    static String methods() {
        return METHODS;
    }

    /** The expression that, where {@code training} is true, sets this share of the values to zero and grows the others to make up for it. */
    static String expression(String input, double share) {
        return share == 0 ? input : "(self).dropped(%s, %s, training)".formatted(input, share);
    }
}
