package io.postil.model.torch;

/**
 * The TorchScript text of attention. It is written out where dropout falls on it, as PyTorch does then too, and for few tokens, where on a
 * processor that is faster than the fused one; else it is fused.
 */
final class AttentionScript {
    private static final String METHODS = """
              def attended(self: __torch__.Model, query: Tensor, key: Tensor, value: Tensor, mask: Tensor, scale: float, share: float, training: bool) -> Tensor:
                lossy = torch.__and__(training, torch.gt(share, 0.))
                short = torch.lt(torch.size(key, 2), 64)
                if torch.__and__(torch.__or__(lossy, short), torch.__not__(ops.prim.is_cuda(query))):
                  if torch.is_floating_point(mask):
                    hidden = mask
                  else:
                    hidden = torch.mul(torch.sub(torch.type_as(mask, query), 1.), 30000.)
                  products = torch.matmul(query, torch.contiguous(torch.transpose(key, -2, -1)))
                  scores = torch.add(hidden, products, alpha=scale)
                  y = torch.matmul((self).dropped(torch.softmax(scores, -1), share, lossy), value)
                else:
                  if lossy:
                    lost = share
                  else:
                    lost = 0.
                  y = torch.scaled_dot_product_attention(query, key, value, mask, lost, scale=scale)
                return y
            """;

    private AttentionScript() {}

    static String methods() {
        return METHODS;
    }

    /**
     * The expression of the attention of {@code query} over {@code key} and {@code value}, each [batch, heads, tokens, width].
     *
     * @param mask an expression: false, or a large negative number, where not to look
     * @param share of the weights that training drops
     */
    static String expression(String mask, double scale, double share) {
        return "(self).attended(query, key, value, %s, %s, %s, training)".formatted(mask, scale, share);
    }
}
