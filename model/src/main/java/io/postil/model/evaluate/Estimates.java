package io.postil.model.evaluate;

import io.postil.model.Prediction;
import io.postil.model.train.TrainingItem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * The figures of an {@link Evaluation} with their bounds.
 *
 * @param metrics named as the evaluation's
 * @param labelF1 F1 of each label or type
 */
public record Estimates(Map<String, Interval> metrics, Map<String, Interval> labelF1) {
    private static final String LABEL = "f1 of ";

    /**
     * Of a model's answers.
     *
     * @param groups of the items: conversations, or something of its own for each
     */
    public static Estimates of(
            List<? extends TrainingItem> gold,
            List<? extends Prediction> predicted,
            List<String> groups,
            Bootstrap bootstrap) {
        return of(bootstrap.intervals(groups, figures(gold, predicted)));
    }

    /**
     * By how much the first answers are better than the second, resampled in pairs: an interval that lies above 0 says better. What
     * only one of them has counts 0 for the other.
     */
    public static Estimates differences(
            List<? extends TrainingItem> gold,
            List<? extends Prediction> first,
            List<? extends Prediction> second,
            List<String> groups,
            Bootstrap bootstrap) {
        Bootstrap.Figures one = figures(gold, first);
        Bootstrap.Figures other = figures(gold, second);
        return of(bootstrap.intervals(groups, weights -> {
            Map<String, Double> difference = new LinkedHashMap<>(one.of(weights));
            other.of(weights).forEach((name, value) -> difference.merge(name, -value, Double::sum));
            return difference;
        }));
    }

    private static Bootstrap.Figures figures(List<? extends TrainingItem> gold, List<? extends Prediction> predicted) {
        boolean labels = gold.get(0) instanceof TrainingItem.Labelled;
        ItemCounts counts = labels ? labels(gold, predicted) : spans(gold, predicted);
        return weights -> figures(counts, counts.weighted(weights), labels);
    }

    private static Estimates of(Map<String, Interval> all) {
        Map<String, Interval> metrics = new LinkedHashMap<>();
        Map<String, Interval> labelF1 = new LinkedHashMap<>();
        all.forEach((name, interval) -> {
            if (name.startsWith(LABEL)) {
                labelF1.put(name.substring(LABEL.length()), interval);
            } else {
                metrics.put(name, interval);
            }
        });
        return new Estimates(metrics, labelF1);
    }

    private static ItemCounts labels(List<? extends TrainingItem> gold, List<? extends Prediction> predicted) {
        return ItemCounts.ofLabels(
                gold.stream()
                        .map(item -> ((TrainingItem.Labelled) item).label())
                        .toList(),
                predicted.stream()
                        .map(answer -> ((Prediction.Labelled) answer).label())
                        .toList());
    }

    private static ItemCounts spans(List<? extends TrainingItem> gold, List<? extends Prediction> predicted) {
        List<List<Chunk>> golds = new ArrayList<>();
        List<List<Chunk>> found = new ArrayList<>();
        IntStream.range(0, gold.size()).forEach(i -> {
            golds.add(Spans.of((TrainingItem.Spanned) gold.get(i)));
            found.add(Spans.of(gold.get(i).input(), (Prediction.Tagged) predicted.get(i)));
        });
        return ItemCounts.ofChunks(golds, found);
    }

    private static Map<String, Double> figures(ItemCounts counts, ItemCounts.Weighted weighted, boolean labels) {
        Score macro = Score.macro(weighted.scores());
        Map<String, Double> figures = new LinkedHashMap<>();
        if (labels) {
            figures.put("accuracy", weighted.itemsRight());
        } else {
            figures.put("precision", weighted.micro().precision());
            figures.put("recall", weighted.micro().recall());
            figures.put("f1", weighted.micro().f1());
        }
        figures.put("macro_f1", macro.f1());
        figures.put("weighted_f1", Score.weighted(weighted.scores()).f1());
        if (!labels) {
            figures.put("texts_right", weighted.itemsRight());
        }
        for (int i = 0; i < counts.labels().size(); i++) {
            figures.put(LABEL + counts.labels().get(i), weighted.scores().get(i).f1());
        }
        return figures;
    }
}
