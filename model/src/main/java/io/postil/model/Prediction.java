package io.postil.model;

import java.util.List;
import java.util.Map;

/** What a classifier answers for one {@link Input}. */
public sealed interface Prediction {

    /** Code units of the text and of its pair that the model has read; less than all of them means that some were not seen. */
    int coveredChars();

    /**
     * One label for the whole input.
     *
     * @param scores probability of each label, in the order of the model's labels
     * @param abstained whether the score is below the label's threshold, so that the label should not be acted on
     */
    record Labelled(String label, double score, Map<String, Double> scores, boolean abstained, int coveredChars)
            implements Prediction {
        public Labelled {
            scores = java.util.Collections.unmodifiableMap(new java.util.LinkedHashMap<>(scores));
        }

        /** An answer of a model without thresholds. */
        public Labelled(String label, double score, Map<String, Double> scores, int coveredChars) {
            this(label, score, scores, false, coveredChars);
        }
    }

    /**
     * Spans of the input.
     *
     * @param entities disjoint within a field, in order
     */
    record Tagged(List<Entity> entities, int coveredChars) implements Prediction {
        public Tagged {
            entities = List.copyOf(entities);
        }
    }
}
