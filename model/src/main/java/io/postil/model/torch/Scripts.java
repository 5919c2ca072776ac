package io.postil.model.torch;

import io.postil.model.Head;
import io.postil.model.checkpoint.BertEncoder;
import io.postil.model.checkpoint.DebertaEncoder;
import io.postil.model.checkpoint.Encoder;
import io.postil.model.checkpoint.HeadLayers.Pooling;
import io.postil.model.checkpoint.ModernBertEncoder;
import io.postil.model.checkpoint.StaticEncoder;

/**
 * The TorchScript text of a model. Its methods take one tensor of longs, [3, batch, tokens]: ids, token types, and a mask that is 1
 * where there is a token. {@code logits} gives [batch, labels] or [batch, tokens, labels].
 */
final class Scripts {

    private Scripts() {}

    /** The methods {@code forward} and {@code logits}. */
    static String methods(Encoder encoder, Head head, Linears linears) {
        ScriptText text = new ScriptText(linears);
        text.method("forward(self: __torch__.Model, input: Tensor) -> Tensor");
        text.line("return torch.to((self).logits(input, False), 6)");
        text.method("logits(self: __torch__.Model, input: Tensor, training: bool) -> Tensor");
        text.line("ids = torch.select(input, 0, 0)");
        text.line("types = torch.select(input, 0, 1)");
        text.line("present = torch.ne(torch.select(input, 0, 2), 0)");
        text.line("mask = torch.unsqueeze(torch.unsqueeze(present, 1), 1)");
        encoder(encoder, encoder.layers(head).pooling() == Pooling.FIRST, text);
        new HeadScript(encoder.layers(head), encoder.size().hidden(), text).write();
        return DropoutScript.methods() + AttentionScript.methods() + text;
    }

    /** Sets {@code x}, [batch, tokens, hidden size]; the tokens may be the first alone where no other is asked for. */
    private static void encoder(Encoder encoder, boolean firstOnly, ScriptText text) {
        if (encoder instanceof BertEncoder bert) {
            new BertScript(bert, firstOnly, text).write();
        } else if (encoder instanceof DebertaEncoder deberta) {
            new DebertaScript(deberta, text).write();
        } else if (encoder instanceof ModernBertEncoder modern) {
            new ModernBertScript(modern, text).write();
        } else if (encoder instanceof StaticEncoder words) {
            new StaticScript(words, firstOnly, text).write();
        } else {
            throw new IllegalArgumentException(
                    "no script for " + encoder.getClass().getSimpleName());
        }
    }
}
