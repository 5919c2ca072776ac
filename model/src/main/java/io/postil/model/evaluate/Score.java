package io.postil.model.evaluate;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** Precision, recall and their harmonic mean, 0 where undefined; support is the number of gold ones. */
public record Score(double precision, double recall, double f1, long support) {

    /** From how many were right, how many were predicted, and how many there are. */
    static Score of(long right, long predicted, long gold) {
        return new Score(ratio(right, predicted), ratio(right, gold), ratio(2 * right, predicted + gold), gold);
    }

    /** Every score weighs the same. */
    static Score macro(Collection<Score> scores) {
        return average(scores, score -> 1);
    }

    /** A score weighs as much as its support. */
    static Score weighted(Collection<Score> scores) {
        return average(scores, Score::support);
    }

    private static Score average(Collection<Score> scores, ToDoubleFunction<Score> weight) {
        double total = scores.stream().mapToDouble(weight).sum();
        return new Score(
                mean(scores, Score::precision, weight, total),
                mean(scores, Score::recall, weight, total),
                mean(scores, Score::f1, weight, total),
                scores.stream().mapToLong(Score::support).sum());
    }

    private static double mean(
            Collection<Score> scores, ToDoubleFunction<Score> value, ToDoubleFunction<Score> weight, double total) {
        double sum = scores.stream()
                .mapToDouble(score -> value.applyAsDouble(score) * weight.applyAsDouble(score))
                .sum();
        return total == 0 ? 0 : sum / total;
    }

    private static double ratio(long part, long whole) {
        return whole == 0 ? 0 : (double) part / whole;
    }

    /** Named as scikit-learn and seqeval name them. */
    Map<String, Object> json(Number shownSupport) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("precision", precision);
        json.put("recall", recall);
        json.put("f1-score", f1);
        json.put("support", shownSupport);
        return json;
    }
}
