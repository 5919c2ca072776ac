package io.postil.model.train;

import java.util.Map;

/**
 * What training came to; the learner holds the weights of the best epoch.
 *
 * @param steps steps that were made
 * @param history of at least one epoch
 */
public record TrainingResult(int steps, TrainingHistory history) {

    /** Passes that were made. */
    public int epochs() {
        return history.epochs().size();
    }

    /** Counted from 1. */
    public int bestEpoch() {
        return best().epoch();
    }

    /** Those of the best epoch on validation; none where it has none. */
    public Map<String, Double> metrics() {
        return best().metrics();
    }

    /** What all epochs took, validation included. */
    public double seconds() {
        return history.epochs().stream()
                .mapToDouble(TrainingHistory.Epoch::seconds)
                .sum();
    }

    private TrainingHistory.Epoch best() {
        return history.best().orElseThrow();
    }
}
