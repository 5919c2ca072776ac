package io.postil.model.evaluate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How well sentences are tagged, judged three ways.
 *
 * @param strict empty where a tag is not of IOB2, which seqeval's strict mode refuses
 * @param tokenAccuracy the share of all tags that are right, 0 where there are none
 * @param tokenAccuracyWithoutO the same over tags whose gold is not O, which a tagger that finds nothing cannot raise
 * @param notes what is undefined or left out, and why
 */
public record Sentences(
        EntityReport lenient,
        Optional<EntityReport> strict,
        double tokenAccuracy,
        double tokenAccuracyWithoutO,
        List<String> notes) {

    /**
     * Judges predicted tags.
     *
     * @throws IllegalArgumentException if gold and predicted differ in length, naming the sentence, or a tag is empty
     */
    public static Sentences of(List<List<String>> gold, List<List<String>> predicted) {
        EntityReport lenient = EntityReport.of(gold, predicted, TagScheme.DEFAULT);
        List<String> notes = new ArrayList<>(lenient.notes());
        Optional<EntityReport> strict = Optional.empty();
        try {
            strict = Optional.of(EntityReport.of(gold, predicted, TagScheme.STRICT_IOB2));
        } catch (IllegalArgumentException e) {
            notes.add("no strict IOB2 report: " + e.getMessage());
        }
        return new Sentences(
                lenient, strict, accuracy(gold, predicted, true), accuracy(gold, predicted, false), List.copyOf(notes));
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

    /**
     * {@code {"default": …, "strict_iob2": …, "token_accuracy": …, "token_accuracy_without_o": …}}, the reports keyed as
     * seqeval's, and {@code "notes"} where there are any.
     */
    public Map<String, Object> json() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("default", lenient.json());
        json.put("strict_iob2", strict.map(EntityReport::json).orElse(null));
        json.put("token_accuracy", tokenAccuracy);
        json.put("token_accuracy_without_o", tokenAccuracyWithoutO);
        if (!notes.isEmpty()) {
            json.put("notes", notes);
        }
        return json;
    }
}
