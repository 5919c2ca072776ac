package io.postil.model.torch;

import ai.djl.engine.EngineException;
import io.postil.model.ClassifierException;
import io.postil.model.Head;
import io.postil.model.text.Encoded;
import io.postil.model.text.Logits;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;

/** Rows of tokens to rows of logits: one native call for all. Threading: as {@link TorchModule}. */
final class Scorer {
    /** What fits the cache of a CPU; a GPU wants more. */
    private static final int CPU_TOKENS = 256;

    private static final int GPU_TOKENS = 16_384;

    private final TorchModule module;
    private final Head head;
    private final int padTokenId;
    private final LongAdder read = new LongAdder();
    private final LongAdder padded = new LongAdder();

    Scorer(TorchModule module, Head head, int padTokenId) {
        this.module = module;
        this.head = head;
        this.padTokenId = padTokenId;
    }

    /** The share of padding among all tokens of all calls so far. */
    double padding() {
        long all = padded.sum();
        return all == 0 ? 0 : 1 - (double) read.sum() / all;
    }

    /** The most padded tokens that a call should have. */
    int tokensPerCall() {
        return module.onGpu() ? GPU_TOKENS : CPU_TOKENS;
    }

    /** For each row its logits: one row of them for a sequence head, one for each token for a token head. */
    List<Logits> score(List<Encoded> rows) {
        Batch batch = Batch.of(rows, padTokenId);
        read.add(rows.stream().mapToLong(Encoded::size).sum());
        padded.add((long) batch.rows() * batch.columns());
        float[] flat = run(batch);
        requireNumbers(flat);
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
                    "the model failed on a batch of " + batch.rows() + " rows and " + batch.columns() + " columns: "
                            + reason(e),
                    e);
        }
    }

    private static void requireNumbers(float[] logits) {
        for (float logit : logits) {
            if (Float.isNaN(logit)) {
                throw new ClassifierException(
                        "the model's logits are no numbers (weights that are none, or too large for the numeric mode)");
            }
        }
    }

    /** PyTorch's last line; those before are its trace. */
    private static String reason(EngineException failure) {
        List<String> lines = String.valueOf(failure.getMessage())
                .lines()
                .filter(line -> !line.isBlank())
                .toList();
        return lines.get(lines.size() - 1).strip();
    }
}
