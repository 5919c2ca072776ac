package io.postil.model.torch;

import ai.djl.engine.EngineException;
import io.postil.model.ClassifierException;
import io.postil.model.Head;
import io.postil.model.text.Encoded;
import io.postil.model.text.Logits;
import java.util.ArrayList;
import java.util.List;

/** Rows of tokens to rows of logits: one native call for all. Threading: as {@link TorchModule}. */
final class Scorer {
    private final TorchModule module;
    private final Head head;
    private final int padTokenId;

    Scorer(TorchModule module, Head head, int padTokenId) {
        this.module = module;
        this.head = head;
        this.padTokenId = padTokenId;
    }

    /** For each row its logits: one row of them for a sequence head, one for each token for a token head. */
    List<Logits> score(List<Encoded> rows) {
        Batch batch = Batch.of(rows, padTokenId);
        float[] flat = run(batch);
        int perRow = head == Head.SEQUENCE ? 1 : batch.columns();
        int labels = flat.length / (batch.rows() * perRow);
        List<Logits> scored = new ArrayList<>();
        for (int row = 0; row < batch.rows(); row++) {
            int kept = head == Head.SEQUENCE ? 1 : rows.get(row).size();
            scored.add(new Logits(flat, row * perRow * labels, kept, labels));
        }
        return scored;
    }

    private float[] run(Batch batch) {
        try {
            return module.run(batch.longs(), 3, batch.rows(), batch.columns());
        } catch (EngineException e) {
            throw new ClassifierException(
                    "the model failed on a batch of " + batch.rows() + " rows and " + batch.columns() + " columns", e);
        }
    }
}
