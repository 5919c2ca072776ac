package io.postil.model.evaluate;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * How well labels are predicted; equal to scikit-learn's {@code classification_report} and {@code confusion_matrix}.
 *
 * @param perLabel in the order asked for
 * @param accuracy the share of all items that are right, whatever their labels
 * @param micro over the labels of this report together; its F1 is the accuracy when they are all that occur
 * @param confusion rows are gold, columns predicted, both in the order of the labels
 * @param allLabels whether the labels of this report are all that occur
 * @param notes which scores are 0 because nothing defines them
 */
public record ClassReport(
        Map<String, Score> perLabel,
        double accuracy,
        Score micro,
        Score macro,
        Score weighted,
        List<List<Long>> confusion,
        boolean allLabels,
        List<String> notes) {
    /** Over all labels that occur, sorted. */
    public static ClassReport of(List<String> gold, List<String> predicted) {
        TreeSet<String> labels = new TreeSet<>(CodePointOrder.INSTANCE);
        labels.addAll(gold);
        labels.addAll(predicted);
        return of(gold, predicted, List.copyOf(labels));
    }

    /**
     * Over given labels, in that order; those that never occur count with 0.
     *
     * @throws IllegalArgumentException if gold and predicted are not equally many, or a label is named twice
     */
    public static ClassReport of(List<String> gold, List<String> predicted, List<String> labels) {
        requireSameSize(gold.size(), predicted.size());
        Map<String, Tally> tallies = new LinkedHashMap<>();
        for (String label : labels) {
            if (tallies.put(label, new Tally()) != null) {
                throw new IllegalArgumentException("label '" + label + "' is named twice");
            }
        }
        long right = 0;
        Tally unlisted = new Tally();
        for (int i = 0; i < gold.size(); i++) {
            tallies.getOrDefault(gold.get(i), unlisted).addGold();
            tallies.getOrDefault(predicted.get(i), unlisted).addPredicted();
            if (gold.get(i).equals(predicted.get(i))) {
                tallies.getOrDefault(gold.get(i), unlisted).addRight();
                right++;
            }
        }
        return of(tallies, gold, predicted, gold.isEmpty() ? 0 : (double) right / gold.size());
    }

    private static ClassReport of(
            Map<String, Tally> tallies, List<String> gold, List<String> predicted, double accuracy) {
        Map<String, Score> scores = new LinkedHashMap<>();
        Tally all = new Tally();
        tallies.forEach((label, tally) -> {
            scores.put(label, tally.score());
            all.add(tally);
        });
        return new ClassReport(
                Collections.unmodifiableMap(scores),
                accuracy,
                all.score(),
                Score.macro(scores.values()),
                Score.weighted(scores.values()),
                confusion(List.copyOf(tallies.keySet()), gold, predicted),
                tallies.keySet().containsAll(gold) && tallies.keySet().containsAll(predicted),
                Tally.notes(tallies));
    }

    private static List<List<Long>> confusion(List<String> labels, List<String> gold, List<String> predicted) {
        Map<String, Integer> index = new LinkedHashMap<>();
        labels.forEach(label -> index.put(label, index.size()));
        List<List<Long>> rows = new ArrayList<>();
        labels.forEach(label -> rows.add(new ArrayList<>(Collections.nCopies(labels.size(), 0L))));
        for (int i = 0; i < gold.size(); i++) {
            Integer row = index.get(gold.get(i));
            Integer column = index.get(predicted.get(i));
            if (row != null && column != null) {
                rows.get(row).set(column, rows.get(row).get(column) + 1);
            }
        }
        return rows.stream().map(List::copyOf).toList();
    }

    static void requireSameSize(int gold, int predicted) {
        if (gold != predicted) {
            throw new IllegalArgumentException(gold + " gold and " + predicted + " predicted ones");
        }
    }

    /** {@code {"report": …, "confusion": …}}, the report keyed as scikit-learn's with {@code output_dict=True}; {@code "notes"} where any. */
    public Map<String, Object> json() {
        Map<String, Object> report = new LinkedHashMap<>();
        perLabel.forEach((label, score) -> report.put(label, json(score)));
        if (allLabels) {
            report.put("accuracy", accuracy);
        } else {
            report.put("micro avg", json(micro));
        }
        report.put("macro avg", json(macro));
        report.put("weighted avg", json(weighted));
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("report", report);
        json.put("confusion", confusion);
        if (!notes.isEmpty()) {
            json.put("notes", notes);
        }
        return json;
    }

    /** scikit-learn gives support as a float. */
    private static Map<String, Object> json(Score score) {
        return score.json((double) score.support());
    }
}
