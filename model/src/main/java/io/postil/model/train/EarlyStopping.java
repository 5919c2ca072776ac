package io.postil.model.train;

/** Watches the score of each epoch. Threading: one thread. */
final class EarlyStopping {
    private final int patience;
    private double best = Double.NEGATIVE_INFINITY;
    private int epochsSinceBest;

    EarlyStopping(int patience) {
        this.patience = patience;
    }

    /** Whether this score is better than all before. */
    boolean isBest(double score) {
        boolean better = score > best;
        best = better ? score : best;
        epochsSinceBest = better ? 0 : epochsSinceBest + 1;
        return better;
    }

    boolean reached() {
        return epochsSinceBest >= patience;
    }
}
