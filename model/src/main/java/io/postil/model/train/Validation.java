package io.postil.model.train;

import java.util.Map;

/** Judges a learner between epochs, on items it is not trained on. */
@FunctionalInterface
public interface Validation {
    /** Judges nothing: the loss decides. */
    Validation NONE = learner -> Map.of();

    /** Named figures, higher is better; the same names each time. */
    Map<String, Double> metrics(Learner learner);
}
