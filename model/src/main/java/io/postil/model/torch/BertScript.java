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
    private final ScriptText text;

    /** Describes the model; low-rank parts by the name of their module. */
    BertScript(BertEncoder bert, Head head, double headDropout, Map<String, LowRank> lowRank) {
        this.bert = bert;
        this.head = head;
        this.headDropout = headDropout;
        this.text = new ScriptText(lowRank);
    }

    String methods() {
        text.method("forward(self: __torch__.Model, input: Tensor) -> Tensor");
        text.line("return (self).logits(input, False)");
        text.method("logits(self: __torch__.Model, input: Tensor, training: bool) -> Tensor");
        text.line("mask = torch.unsqueeze(torch.unsqueeze(torch.ne(torch.select(input, 0, 2), 0), 1), 1)");
        embeddings();
        for (int i = 0; i < bert.layers(); i++) {
            layer("encoder.layer." + i);
        }
        head();
        return text.toString();
    }

    private void embeddings() {
        text.line("ids = torch.select(input, 0, 0)");
        text.line("words = torch.embedding(%s, ids, %s)".formatted(weight("word_embeddings"), bert.padTokenId()));
        text.line("types = torch.embedding(%s, torch.select(input, 0, 1))".formatted(weight("token_type_embeddings")));
        text.line("places = torch.slice(%s, 0, 0, torch.size(ids, 1))".formatted(weight("position_embeddings")));
        text.line("x = torch.add(torch.add(words, types), places)");
        text.line("x = %s".formatted(ScriptText.dropout(norm("x", "embeddings.LayerNorm"), bert.dropout())));
    }

    private static String weight(String embedding) {
        return ScriptText.self("embeddings." + embedding + ".weight");
    }

    private void layer(String name) {
        for (String part : new String[] {"query", "key", "value"}) {
            text.line("%s = %s".formatted(part, text.linear("x", name + ".attention.self." + part)));
            text.splitHeads(part, bert.heads(), bert.hiddenSize() / bert.heads());
        }
        text.attention("mask", bert.attentionDropout());
        residual("a", name + ".attention.output");
        text.line("h = %s".formatted(text.linear("x", name + ".intermediate.dense")));
        text.line("h = %s".formatted(Activations.expression(bert.activation(), "h")));
        residual("h", name + ".output");
    }

    private void residual(String value, String name) {
        text.line("%s = %s".formatted(value, ScriptText.dropout(text.linear(value, name + ".dense"), bert.dropout())));
        text.line("x = %s".formatted(norm("torch.add(x, " + value + ")", name + ".LayerNorm")));
    }

    private void head() {
        if (head == Head.SEQUENCE) {
            text.line("x = torch.tanh(%s)".formatted(text.linear("torch.select(x, 1, 0)", "pooler.dense")));
        }
        text.line("x = %s".formatted(ScriptText.dropout("x", headDropout)));
        text.line("return %s".formatted(text.linear("x", "classifier")));
    }

    private String norm(String input, String module) {
        return text.norm(input, module, bert.hiddenSize(), bert.layerNormEpsilon());
    }
}
