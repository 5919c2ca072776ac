package io.postil.model.torch;

import io.postil.model.checkpoint.DebertaEncoder;
import io.postil.model.checkpoint.DebertaEncoder.Convolution;
import io.postil.model.checkpoint.DebertaEncoder.Relative;
import java.util.List;

/**
 * The TorchScript text of DeBERTa-v2. A score is the sum of up to three dot products, content with content, content with relative
 * position, and position with content; the latter two go into attention as a bias.
 *
 * @see <a href="https://arxiv.org/abs/2006.03654">He et al. 2020</a>
 */
final class DebertaScript {
    private final DebertaEncoder deberta;
    private final ScriptText text;
    private final RelativePositionScript positions;

    DebertaScript(DebertaEncoder deberta, ScriptText text) {
        this.deberta = deberta;
        this.text = text;
        this.positions = new RelativePositionScript(deberta, text);
    }

    void write() {
        embeddings();
        positions.prepare();
        text.line("start = x");
        for (int i = 0; i < deberta.size().layers(); i++) {
            layer("encoder.layer." + i);
            if (i == 0) {
                deberta.convolution().ifPresent(this::convolution);
            }
        }
    }

    private void embeddings() {
        text.line("x = torch.embedding(%s, ids, %s)"
                .formatted(ScriptText.self("embeddings.word_embeddings.weight"), deberta.padTokenId()));
        if (deberta.absolutePositions()) {
            text.line("x = torch.add(x, torch.slice(%s, 0, 0, torch.size(ids, 1)))"
                    .formatted(ScriptText.self("embeddings.position_embeddings.weight")));
        }
        text.tokenTypes(deberta.size().tokenTypes());
        if (deberta.embeddingSize() != deberta.size().hidden()) {
            text.line("x = " + text.linear("x", "embeddings.embed_proj", false));
        }
        text.line("shown = torch.unsqueeze(torch.type_as(present, x), 2)");
        text.line("x = torch.mul(%s, shown)".formatted(norm("x", "embeddings.LayerNorm")));
        text.line("x = " + DropoutScript.expression("x", deberta.dropout().hidden()));
    }

    private void layer(String name) {
        String self = name + ".attention.self.";
        text.linears(
                "x",
                List.of("query", "key", "value"),
                List.of(self + "query_proj", self + "key_proj", self + "value_proj"));
        for (String part : new String[] {"query", "key", "value"}) {
            text.splitHeads(part, deberta.size().heads(), deberta.size().headWidth());
        }
        Relative relative = deberta.relative();
        double scale = 1 / Math.sqrt((double) deberta.size().headWidth() * relative.terms());
        boolean biased = relative.used() && relative.terms() > 1;
        if (biased) {
            positions.bias(self, scale);
        }
        text.attention(biased ? "bias" : "mask", scale, deberta.dropout().attention());
        residual(text.linear("a", name + ".attention.output.dense"), name + ".attention.output");
        text.line("h = " + text.linear("x", name + ".intermediate.dense"));
        text.line("h = " + Activations.expression(deberta.activation(), "h"));
        residual(text.linearOfActivated(deberta.activation(), "h", name + ".output.dense"), name + ".output");
    }

    private void residual(String value, String name) {
        String out = DropoutScript.expression(value, deberta.dropout().hidden());
        text.line("x = " + norm("torch.add(x, " + out + ")", name + ".LayerNorm"));
    }

    private void convolution(Convolution conv) {
        text.line("h = torch.conv1d(torch.transpose(start, 1, 2), %s, %s, [1], [%s], [1], %s)"
                .formatted(
                        ScriptText.self("encoder.conv.conv.weight"),
                        ScriptText.self("encoder.conv.conv.bias"),
                        conv.kernel() / 2,
                        conv.groups()));
        text.line("h = "
                + DropoutScript.expression(
                        "torch.transpose(h, 1, 2)", deberta.dropout().hidden()));
        text.line("h = " + Activations.expression(conv.activation(), "h"));
        text.line("x = torch.mul(%s, shown)".formatted(norm("torch.add(x, h)", "encoder.conv.LayerNorm")));
    }

    private String norm(String input, String module) {
        return text.norm(input, module, deberta.size().hidden(), deberta.epsilon());
    }
}
