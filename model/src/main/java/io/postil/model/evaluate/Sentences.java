package io.postil.model.evaluate;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How well sentences are tagged, judged three ways.
 *
 * @param tokenAccuracy the share of all tags that are right, 0 where there are none
 * @param tokenAccuracyWithoutO the same over tags whose gold is not O, which a tagger that finds nothing cannot raise
 */
public record Sentences(EntityReport lenient, EntityReport strict, double tokenAccuracy, double tokenAccuracyWithoutO) {

    /**
     * Judges predicted tags.
     *
     * @throws IllegalArgumentException if gold and predicted differ in length, naming the sentence, or a tag is not O, B-TYPE or
     *     I-TYPE
     */
    public static Sentences of(List<List<String>> gold, List<List<String>> predicted) {
        return new Sentences(
                EntityReport.of(gold, predicted, TagScheme.DEFAULT),
                EntityReport.of(gold, predicted, TagScheme.STRICT_IOB2),
                accuracy(gold, predicted, true),
                accuracy(gold, predicted, false));
    }

    private static double accuracy(List<List<String>> gold, List<List<String>> predicted, boolean withOutside) {
        long all = 0;
        long right = 0;
        for (int i = 0; i < gold.size(); i++) {
            for (int j = 0; j < gold.get(i).size(); j++) {
                String tag = gold.get(i).get(j);
                if (withOutside || !tag.equals("O")) {
                    all++;
                    right += tag.equals(predicted.get(i).get(j)) ? 1 : 0;
                }
            }
        }
        return all == 0 ? 0 : (double) right / all;
    }

    static void requireSameShape(List<List<String>> gold, List<List<String>> predicted) {
        ClassReport.requireSameSize(gold.size(), predicted.size());
        for (int i = 0; i < gold.size(); i++) {
            if (gold.get(i).size() != predicted.get(i).size()) {
                throw new IllegalArgumentException("sentence %s has %s gold and %s predicted tags"
                        .formatted(i + 1, gold.get(i).size(), predicted.get(i).size()));
            }
        }
    }

    /** {@code {"default": …, "strict_iob2": …, "token_accuracy": …}}, the reports keyed as seqeval's. */
    public Map<String, Object> json() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("default", lenient.json());
        json.put("strict_iob2", strict.json());
        json.put("token_accuracy", tokenAccuracy);
        return json;
    }
}
