package io.postil.model.torch;

import io.postil.model.checkpoint.HeadLayers;

/** The TorchScript text of a head, from {@code x}, the encoder's output, to the logits. */
final class HeadScript {
    private final HeadLayers head;
    private final int hiddenSize;
    private final ScriptText text;

    HeadScript(HeadLayers head, int hiddenSize, ScriptText text) {
        this.head = head;
        this.hiddenSize = hiddenSize;
        this.text = text;
    }

    void write() {
        pool();
        head.dense().ifPresent(this::dense);
        text.line("x = " + DropoutScript.expression("x", head.dropout()));
        text.line("return " + text.linear("x", head.classifier()));
    }

    private void pool() {
        switch (head.pooling()) {
            case NONE -> {}
            case FIRST -> text.line("x = torch.select(x, 1, 0)");
            case MEAN -> {
                text.line("counted = torch.unsqueeze(torch.type_as(present, x), 2)");
                text.line("x = torch.div(torch.sum(torch.mul(x, counted), [1]), torch.sum(counted, [1]))");
            }
        }
    }

    private void dense(HeadLayers.Dense layer) {
        String input = DropoutScript.expression("x", layer.dropout());
        text.line("x = " + text.linear(input, layer.module(), layer.bias()));
        text.line("x = " + Activations.expression(layer.activation(), "x"));
        layer.norm()
                .ifPresent(norm ->
                        text.line("x = " + text.norm("x", norm.module(), hiddenSize, norm.epsilon(), norm.bias())));
    }
}
