package io.postil.cli;

import io.postil.model.Head;
import io.postil.model.train.TrainingItem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Reads what labels shall count in the loss. */
final class ClassWeights {

    private ClassWeights() {}

    /**
     * By label; none where there is no text.
     *
     * @throws UsageException if the text names no label or gives no number
     */
    static Map<String, Double> parse(String text, TrainingData data) {
        if (text == null) {
            return Map.of();
        }
        return text.equals("balanced") ? balanced(data) : named(text, data.labels());
    }

    /** As scikit-learn balances: rows / (labels * rows of the label). */
    private static Map<String, Double> balanced(TrainingData data) {
        if (data.head() != Head.SEQUENCE) {
            throw new UsageException("--class-weights: balanced: only where each text has one label");
        }
        Map<String, Long> counts = data.train().stream()
                .collect(Collectors.groupingBy(
                        item -> ((TrainingItem.Labelled) item).label(), TreeMap::new, Collectors.counting()));
        Map<String, Double> weights = new LinkedHashMap<>();
        counts.forEach((label, count) -> weights.put(label, data.train().size() / (double) (counts.size() * count)));
        return weights;
    }

    private static Map<String, Double> named(String text, List<String> labels) {
        Map<String, Double> weights = new LinkedHashMap<>();
        for (String part : text.split(",", -1)) {
            int equals = part.lastIndexOf('=');
            String label = part.substring(0, Math.max(0, equals));
            if (!labels.contains(label)) {
                throw new UsageException(
                        "--class-weights: " + part + " (expected LABEL=N with one of " + new ArrayList<>(labels) + ")");
            }
            weights.put(label, number(part, part.substring(equals + 1)));
        }
        return weights;
    }

    private static double number(String part, String number) {
        try {
            return Double.parseDouble(number);
        } catch (NumberFormatException e) {
            throw new UsageException("--class-weights: " + part + " (expected LABEL=N, N a number)");
        }
    }
}
