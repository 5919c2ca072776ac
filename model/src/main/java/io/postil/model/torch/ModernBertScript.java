package io.postil.model.torch;

import io.postil.model.checkpoint.ModernBertEncoder;

/**
 * The TorchScript text of ModernBERT. Angles and masks are made once a call for all layers of a kind.
 *
 * @see <a href="https://arxiv.org/abs/2412.13663">Warner et al. 2024</a>
 */
final class ModernBertScript {
    private final ModernBertEncoder modern;
    private final ScriptText text;

    ModernBertScript(ModernBertEncoder modern, ScriptText text) {
        this.modern = modern;
        this.text = text;
    }

    void write() {
        text.line("x = torch.embedding(%s, ids, %s)"
                .formatted(ScriptText.self("embeddings.tok_embeddings.weight"), modern.padTokenId()));
        text.line("x = " + DropoutScript.expression(norm("x", "embeddings.norm"), modern.embeddingDropout()));
        text.line("places = torch.arange(torch.size(ids, 1), dtype=None, layout=None, device=ops.prim.device(ids))");
        if (modern.localLayers().contains(false)) {
            angles("global", modern.rotation().globalBase());
        }
        if (modern.localLayers().contains(true)) {
            angles("local", modern.rotation().localBase());
            localMask();
        }
        for (int i = 0; i < modern.size().layers(); i++) {
            layer(i);
        }
        text.line("x = " + norm("x", "final_norm"));
    }

    /** The cosines and sines of the rotations, [tokens, width of a head]; the second half repeats the first. */
    private void angles(String kind, double base) {
        int width = modern.size().headWidth();
        text.line("steps = torch.div(torch.arange(0, %s, 2, dtype=6, layout=None, device=ops.prim.device(ids)), %s)"
                .formatted(width, width));
        text.line("angles = torch.outer(torch.to(places, 6), torch.reciprocal(torch.pow(%s, steps)))".formatted(base));
        text.line("angles = torch.cat([angles, angles], -1)");
        text.line("%s_cos = torch.type_as(torch.cos(angles), x)".formatted(kind));
        text.line("%s_sin = torch.type_as(torch.sin(angles), x)".formatted(kind));
    }

    /** Each place sees itself, padding too: a row of attention with nothing to look at would have no values. */
    private void localMask() {
        text.line("distance = torch.abs(torch.sub(torch.unsqueeze(places, 1), torch.unsqueeze(places, 0)))");
        text.line("near = torch.le(distance, %s)".formatted(modern.reach()));
        text.line("local_mask = torch.logical_or(torch.logical_and(mask, near), torch.eq(distance, 0))");
    }

    private void layer(int layer) {
        String name = "layers." + layer;
        boolean local = modern.localLayers().get(layer);
        text.line("h = " + (layer == 0 ? "x" : norm("x", name + ".attn_norm")));
        text.line("h = " + text.linear("h", name + ".attn.Wqkv", modern.biases().attention()));
        text.line("h = torch.reshape(h, [torch.size(x, 0), torch.size(x, 1), 3, %s, %s])"
                .formatted(modern.size().heads(), modern.size().headWidth()));
        text.line("query = torch.transpose(torch.select(h, 2, 0), 1, 2)");
        text.line("key = torch.transpose(torch.select(h, 2, 1), 1, 2)");
        text.line("value = torch.transpose(torch.select(h, 2, 2), 1, 2)");
        rotate("query", local ? "local" : "global");
        rotate("key", local ? "local" : "global");
        text.attention(
                local ? "local_mask" : "mask",
                1 / Math.sqrt(modern.size().headWidth()),
                modern.dropout().attention());
        String out = text.linear("a", name + ".attn.Wo", modern.biases().attention());
        text.line("x = torch.add(x, %s)"
                .formatted(DropoutScript.expression(out, modern.dropout().attention())));
        gatedUnit(name);
    }

    private void rotate(String variable, String kind) {
        int half = modern.size().headWidth() / 2;
        text.line("turned = torch.cat([torch.neg(torch.slice(%1$s, -1, %2$s)), torch.slice(%1$s, -1, 0, %2$s)], -1)"
                .formatted(variable, half));
        text.line("%1$s = torch.add(torch.mul(%1$s, %2$s_cos), torch.mul(turned, %2$s_sin))".formatted(variable, kind));
    }

    private void gatedUnit(String name) {
        int wide = modern.size().intermediate();
        text.line("h = "
                + text.linear(
                        norm("x", name + ".mlp_norm"),
                        name + ".mlp.Wi",
                        modern.biases().gated()));
        text.line("gate = torch.slice(h, -1, %s)".formatted(wide));
        text.line("h = torch.slice(h, -1, 0, %s)".formatted(wide));
        text.line("h = torch.mul(%s, gate)".formatted(Activations.expression(modern.activation(), "h")));
        text.line("h = " + DropoutScript.expression("h", modern.dropout().hidden()));
        text.line("x = torch.add(x, %s)"
                .formatted(text.linear("h", name + ".mlp.Wo", modern.biases().gated())));
    }

    private String norm(String input, String module) {
        return text.norm(
                input,
                module,
                modern.size().hidden(),
                modern.epsilon(),
                modern.biases().norm());
    }
}
