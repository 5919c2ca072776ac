package io.postil.model.torch;

import io.postil.model.Head;
import io.postil.model.checkpoint.BertEncoder;
import io.postil.model.checkpoint.Encoder;
import java.util.Map;

/** The TorchScript text of each family of encoders. */
final class Scripts {

    private Scripts() {}

    /** The methods {@code forward} and {@code logits}; low-rank parts by the name of their module. */
    static String methods(Encoder encoder, Head head, double headDropout, Map<String, LowRank> lowRank) {
        if (encoder instanceof BertEncoder bert) {
            return new BertScript(bert, head, headDropout, lowRank).methods();
        }
        throw new IllegalArgumentException("no script for " + encoder.getClass().getSimpleName());
    }
}
