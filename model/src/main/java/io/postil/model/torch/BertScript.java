package io.postil.model.torch;

import io.postil.model.Head;
import io.postil.model.checkpoint.BertEncoder;
import java.util.Map;

/**
 * The TorchScript text of BERT. Its methods take one tensor of longs, [3, batch, tokens]: ids, token types, and a mask that is 1
 * where there is a token. {@code logits} gives [batch, labels] or [batch, tokens, labels].
 *
 * @see <a href="https://arxiv.org/abs/1810.04805">Devlin et al. 2018</a>
 */
final class BertScript {
    private final BertEncoder bert;
    private final Head head;
    private final double headDropout;
    private final Map<String, LowRank> lowRank;
    private final StringBuilder text = new StringBuilder();

    /** Describes the model; low-rank parts by the name of their module. */
    BertScript(BertEncoder bert, Head head, double headDropout, Map<String, LowRank> lowRank) {
        this.bert = bert;
        this.head = head;
        this.headDropout = headDropout;
        this.lowRank = Map.copyOf(lowRank);
    }

    /** The identifier of a tensor. */
    static String identifier(String name) {
        return name.replace('.', '_');
    }

    String methods() {
        line("  def forward(self: __torch__.Model, input: Tensor) -> Tensor:");
        line("    return (self).logits(input, False)");
        line("  def logits(self: __torch__.Model, input: Tensor, training: bool) -> Tensor:");
        line("    mask = torch.unsqueeze(torch.unsqueeze(torch.ne(torch.select(input, 0, 2), 0), 1), 1)");
        embeddings();
        for (int i = 0; i < bert.layers(); i++) {
            layer("encoder.layer." + i);
        }
        head();
        return text.toString();
    }

    private void embeddings() {
        line("    ids = torch.select(input, 0, 0)");
        line("    words = torch.embedding(%s, ids, %s)"
                .formatted(self("embeddings.word_embeddings.weight"), bert.padTokenId()));
        line("    types = torch.embedding(%s, torch.select(input, 0, 1))"
                .formatted(self("embeddings.token_type_embeddings.weight")));
        line("    places = torch.slice(%s, 0, 0, torch.size(ids, 1))"
                .formatted(self("embeddings.position_embeddings.weight")));
        line("    x = torch.add(torch.add(words, types), places)");
        line("    x = %s".formatted(dropout(norm("x", "embeddings.LayerNorm"), bert.dropout())));
    }

    private void layer(String name) {
        int width = bert.hiddenSize() / bert.heads();
        for (String part : new String[] {"query", "key", "value"}) {
            line("    %s = %s".formatted(part, linear("x", name + ".attention.self." + part)));
            line("    %s = torch.transpose(torch.reshape(%s, [torch.size(x, 0), torch.size(x, 1), %s, %s]), 1, 2)"
                    .formatted(part, part, bert.heads(), width));
        }
        line("    a = torch.scaled_dot_product_attention(query, key, value, mask, %s if training else 0.)"
                .formatted(bert.attentionDropout()));
        line("    a = torch.flatten(torch.transpose(a, 1, 2), 2)");
        residual("a", name + ".attention.output");
        line("    h = %s".formatted(linear("x", name + ".intermediate.dense")));
        line("    h = %s".formatted(Activations.expression(bert.activation(), "h")));
        residual("h", name + ".output");
    }

    private void residual(String value, String name) {
        line("    %s = %s".formatted(value, dropout(linear(value, name + ".dense"), bert.dropout())));
        line("    x = %s".formatted(norm("torch.add(x, " + value + ")", name + ".LayerNorm")));
    }

    private void head() {
        if (head == Head.SEQUENCE) {
            line("    x = torch.tanh(%s)".formatted(linear("torch.select(x, 1, 0)", "pooler.dense")));
        }
        line("    x = %s".formatted(dropout("x", headDropout)));
        line("    return %s".formatted(linear("x", "classifier")));
    }

    private String linear(String input, String module) {
        String plain = "torch.linear(%s, %s, %s)".formatted(input, self(module + ".weight"), self(module + ".bias"));
        LowRank part = lowRank.get(module);
        if (part == null) {
            return plain;
        }
        String down = "torch.linear(%s, %s)".formatted(dropout(input, part.dropout()), self(module + ".lora_A"));
        return "torch.add(%s, torch.linear(%s, %s), alpha=%s)"
                .formatted(plain, down, self(module + ".lora_B"), part.scale());
    }

    private String norm(String input, String module) {
        return "torch.layer_norm(%s, [%s], %s, %s, %s)"
                .formatted(
                        input,
                        bert.hiddenSize(),
                        self(module + ".weight"),
                        self(module + ".bias"),
                        bert.layerNormEpsilon());
    }

    private static String dropout(String input, double share) {
        return share == 0 ? input : "torch.dropout(%s, %s, training)".formatted(input, share);
    }

    private static String self(String name) {
        return "self." + identifier(name);
    }

    private void line(String line) {
        text.append(line).append('\n');
    }
}
