package io.postil.model.train;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What training came to; the learner holds the weights of the best epoch.
 *
 * @param epochs passes that were made
 * @param steps steps that were made
 * @param bestEpoch counted from 1
 * @param metrics of the best epoch on validation; none where it has none
 */
public record TrainingResult(int epochs, int steps, int bestEpoch, Map<String, Double> metrics) {

    public TrainingResult {
        metrics = Collections.unmodifiableMap(new LinkedHashMap<>(metrics));
    }
}
