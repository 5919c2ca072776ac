package io.postil.model.torch;

import io.postil.model.checkpoint.DebertaEncoder;
import io.postil.model.checkpoint.DebertaEncoder.Relative;

/**
 * The TorchScript text of DeBERTa's attention to relative positions. Of the positions' embeddings only those are projected that
 * distances within the batch ask for: for short texts a small part of them.
 */
final class RelativePositionScript {
    private final DebertaEncoder deberta;
    private final Relative relative;
    private final ScriptText text;

    RelativePositionScript(DebertaEncoder deberta, ScriptText text) {
        this.deberta = deberta;
        this.relative = deberta.relative();
        this.text = text;
    }

    /**
     * Sets {@code positions}, the embeddings of the distances from the least to the largest, and {@code rows}, [tokens, tokens], which of
     * them stands for the distance from one token to another.
     */
    void prepare() {
        if (!relative.used()) {
            return;
        }
        text.line("places = torch.arange(torch.size(ids, 1), dtype=None, layout=None, device=ops.prim.device(ids))");
        text.line("distance = torch.sub(torch.unsqueeze(places, 1), torch.unsqueeze(places, 0))");
        if (relative.buckets() > 0) {
            buckets();
        }
        text.line("rows = torch.clamp(torch.add(distance, %s), 0, %s)"
                .formatted(relative.span(), 2 * relative.span() - 1));
        text.line("least = int(torch.min(rows))");
        text.line("positions = torch.slice(%s, 0, least, torch.add(int(torch.max(rows)), 1))"
                .formatted(ScriptText.self("encoder.rel_embeddings.weight")));
        text.line("rows = torch.sub(rows, least)");
        if (relative.normed()) {
            text.line("positions = "
                    + text.norm("positions", "encoder.LayerNorm", deberta.size().hidden(), deberta.epsilon()));
        }
    }

    /** Distances up to half of the buckets stand for themselves; larger ones share buckets that grow exponentially. */
    private void buckets() {
        int half = relative.buckets() / 2;
        text.line("near = torch.lt(torch.abs(distance), %s)".formatted(half));
        text.line("far = torch.where(near, torch.full_like(distance, %s), torch.abs(distance))".formatted(half - 1));
        text.line(
                "largest = torch.log(torch.tensor(%s, dtype=6))".formatted((relative.farthest() - 1) / (double) half));
        text.line(
                "bucket = torch.mul(torch.div(torch.log(torch.div(far, %s)), largest), %s)".formatted(half, half - 1));
        text.line("bucket = torch.mul(torch.add(torch.ceil(bucket), %s), torch.sign(distance))".formatted(half));
        text.line("bucket = torch.where(torch.le(far, %s), torch.type_as(distance, bucket), bucket)".formatted(half));
        text.line("distance = torch.to(bucket, 4)");
    }

    /** Sets {@code bias}, [batch, heads, tokens, tokens], from {@code query} and {@code key}. */
    void bias(String module, double scale) {
        text.line("near = "
                + DropoutScript.expression("positions", deberta.dropout().hidden()));
        String keys = relative.sharedKeys() ? "key_proj" : "pos_key_proj";
        String queries = relative.sharedKeys() ? "query_proj" : "pos_query_proj";
        if (relative.contentToPosition()) {
            products("bias", "query", module + keys, "rows");
        }
        if (relative.positionToContent()) {
            products("turned", "key", module + queries, "torch.transpose(rows, 0, 1)");
            text.line("turned = torch.transpose(turned, 2, 3)");
            text.line("bias = " + (relative.contentToPosition() ? "torch.add(bias, turned)" : "turned"));
        }
        text.line("bias = torch.masked_fill(torch.mul(bias, %s), torch.logical_not(mask), -30000.)".formatted(scale));
    }

    private void products(String variable, String content, String module, String rows) {
        text.line("places = torch.reshape(%s, [torch.size(near, 0), %s, %s])"
                .formatted(
                        text.linear("near", module),
                        deberta.size().heads(),
                        deberta.size().headWidth()));
        text.line("%s = torch.matmul(%s, torch.permute(places, [1, 2, 0]))".formatted(variable, content));
        text.line(
                "%1$s = torch.gather(%1$s, -1, torch.expand(%2$s, [torch.size(%1$s, 0), torch.size(%1$s, 1), -1, -1]))"
                        .formatted(variable, rows));
    }
}
