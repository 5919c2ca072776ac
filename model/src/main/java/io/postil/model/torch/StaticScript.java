package io.postil.model.torch;

import io.postil.model.checkpoint.Activation;
import io.postil.model.checkpoint.StaticEncoder;

/** The TorchScript text of word vectors: {@code x} is their mean, [batch, 1, size], or each word's own. */
final class StaticScript {
    private final StaticEncoder words;
    private final boolean mean;
    private final ScriptText text;

    StaticScript(StaticEncoder words, boolean mean, ScriptText text) {
        this.words = words;
        this.mean = mean;
        this.text = text;
    }

    void write() {
        text.line("x = torch.embedding(%s, ids, %s)"
                .formatted(ScriptText.self("embeddings.word_embeddings.weight"), words.padTokenId()));
        if (mean) {
            text.line("known = torch.logical_and(present, torch.gt(ids, %s))".formatted(words.padTokenId()));
            text.line("counted = torch.unsqueeze(torch.type_as(known, x), 2)");
            text.line("x = torch.div(torch.sum(torch.mul(x, counted), [1], True), "
                    + "torch.clamp(torch.sum(counted, [1], True), 1.))");
        }
        words.hidden().ifPresent(this::hidden);
    }

    private void hidden(Activation activation) {
        text.line("x = " + text.linear("x", StaticEncoder.HIDDEN));
        text.line("x = " + Activations.expression(activation, "x"));
    }
}
