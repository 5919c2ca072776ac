package io.postil.model.torch;

import io.postil.model.checkpoint.BertEncoder;
import io.postil.model.checkpoint.BertEncoder.Kind;
import io.postil.model.checkpoint.BertEncoder.Parts;
import java.util.List;

/**
 * The TorchScript text of BERT and its kin.
 *
 * @see <a href="https://arxiv.org/abs/1810.04805">Devlin et al. 2018</a>
 */
final class BertScript {
    private final BertEncoder bert;
    private final boolean firstOnly;
    private final ScriptText text;

    /** Where only the first token is asked for, the last layer computes no other. */
    BertScript(BertEncoder bert, boolean firstOnly, ScriptText text) {
        this.bert = bert;
        this.firstOnly = firstOnly;
        this.text = text;
    }

    void write() {
        text.line("words = torch.embedding(%s, ids, %s)".formatted(table("word_embeddings"), bert.padTokenId()));
        places();
        text.line("x = torch.add(words, places)");
        text.tokenTypes(bert.size().tokenTypes());
        text.line("x = "
                + DropoutScript.expression(
                        norm("x", "embeddings.LayerNorm"), bert.dropout().hidden()));
        Parts parts = bert.kind().parts();
        for (int i = 0; i < bert.size().layers(); i++) {
            layer(parts, parts.layer() + i, firstOnly && i == bert.size().layers() - 1);
        }
    }

    /** RoBERTa counts a position for each token that is not the padding's, whatever the mask says. */
    private void places() {
        String table = table("position_embeddings");
        if (bert.kind() == Kind.ROBERTA) {
            text.line("counted = torch.ne(ids, %s)".formatted(bert.padTokenId()));
            text.line("positions = torch.add(torch.mul(torch.cumsum(counted, 1), counted), %s)"
                    .formatted(bert.padTokenId()));
            text.line("places = torch.embedding(%s, positions, %s)".formatted(table, bert.padTokenId()));
        } else {
            text.line("places = torch.slice(%s, 0, 0, torch.size(ids, 1))".formatted(table));
        }
    }

    private void layer(Parts parts, String name, boolean first) {
        List<String> modules = List.of(name + parts.query(), name + parts.key(), name + parts.value());
        if (first) {
            text.linears("x", List.of("key", "value"), modules.subList(1, 3));
            text.line("x = torch.slice(x, 1, 0, 1)");
            text.line("query = " + text.linear("x", modules.get(0)));
        } else {
            text.linears("x", List.of("query", "key", "value"), modules);
        }
        for (String part : new String[] {"query", "key", "value"}) {
            text.splitHeads(part, bert.size().heads(), bert.size().headWidth());
        }
        text.attention(
                "mask", 1 / Math.sqrt(bert.size().headWidth()), bert.dropout().attention());
        double dropout = bert.kind() == Kind.DISTILBERT ? 0 : bert.dropout().hidden();
        text.line("a = " + DropoutScript.expression(text.linear("a", name + parts.attentionOut()), dropout));
        text.line("x = " + norm("torch.add(x, a)", name + parts.attentionNorm()));
        text.line("h = " + text.linear("x", name + parts.widen()));
        text.line("h = " + Activations.expression(bert.activation(), "h"));
        text.line("h = "
                + DropoutScript.expression(
                        text.linearOfActivated(bert.activation(), "h", name + parts.narrow()),
                        bert.dropout().hidden()));
        text.line("x = " + norm("torch.add(x, h)", name + parts.norm()));
    }

    private static String table(String embedding) {
        return ScriptText.self("embeddings." + embedding + ".weight");
    }

    private String norm(String input, String module) {
        return text.norm(input, module, bert.size().hidden(), bert.epsilon());
    }
}
