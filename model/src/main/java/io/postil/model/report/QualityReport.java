package io.postil.model.report;

import io.postil.model.Prediction;
import io.postil.model.evaluate.Bootstrap;
import io.postil.model.evaluate.Confidence;
import io.postil.model.evaluate.Estimates;
import io.postil.model.evaluate.Evaluation;
import io.postil.model.evaluate.Interval;
import io.postil.model.evaluate.Outcome;
import io.postil.model.train.TrainingItem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * All that {@code report.json} says of a model on labelled rows.
 *
 * @param bootstrap behind the intervals
 * @param showTexts whether the worst errors may show their texts
 */
public record QualityReport(Bootstrap bootstrap, boolean showTexts) {

    /** Intervals of the usual bootstrap, no texts. */
    public static QualityReport usual() {
        return new QualityReport(Bootstrap.usual(), false);
    }

    /** The report, ready to be written as JSON. */
    public Map<String, Object> of(Judged judged) {
        Evaluation evaluation = Evaluation.of(judged.gold(), judged.answers());
        Estimates estimates = Estimates.of(judged.gold(), judged.answers(), judged.groups(), bootstrap);
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("items", judged.rows().size());
        json.put("metrics", intervals(estimates.metrics()));
        json.put("interval", bootstrap.json(judged.hasConversations()));
        json.putAll(evaluation.json());
        if (evaluation instanceof Evaluation.Labels labels) {
            json.put("labels", List.copyOf(labels.report().perLabel().keySet()));
        }
        json.put("label_f1", intervals(estimates.labelF1()));
        judged.seen().ifPresent(texts -> {
            json.put("seen", part(judged, true));
            json.put("unseen", part(judged, false));
        });
        json.put("confidence", confidence(judged).json());
        if (judged.isLabelled()) {
            json.put("abstained", abstained(judged));
        }
        json.put("right", outcomes(judged));
        json.put("worst", new WorstErrors(showTexts).of(judged));
        return json;
    }

    private Map<String, Object> part(Judged judged, boolean seen) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("items", judged.part(seen).map(part -> part.rows().size()).orElse(0));
        judged.part(seen)
                .ifPresent(part -> json.put(
                        "metrics",
                        intervals(Estimates.of(part.gold(), part.answers(), part.groups(), bootstrap)
                                .metrics())));
        return json;
    }

    /** A 1 or 0 for each item, in their order: what a paired test of two reports on the same data needs. */
    private static String outcomes(Judged judged) {
        StringBuilder outcomes = new StringBuilder();
        for (int i = 0; i < judged.rows().size(); i++) {
            boolean right = Outcome.of(
                            judged.rows().get(i).item(), judged.answers().get(i))
                    .right();
            outcomes.append(right ? '1' : '0');
        }
        return outcomes.toString();
    }

    private static long abstained(Judged judged) {
        return judged.answers().stream()
                .filter(answer -> answer instanceof Prediction.Labelled labelled && labelled.abstained())
                .count();
    }

    /** Of labels, one score for each item; of spans, one for each that was found. */
    private static Confidence confidence(Judged judged) {
        List<Double> scores = new ArrayList<>();
        List<Boolean> right = new ArrayList<>();
        IntStream.range(0, judged.rows().size()).forEach(i -> {
            TrainingItem gold = judged.rows().get(i).item();
            if (judged.answers().get(i) instanceof Prediction.Labelled answer) {
                scores.add(answer.score());
                right.add(answer.label().equals(((TrainingItem.Labelled) gold).label()));
            } else if (judged.answers().get(i) instanceof Prediction.Tagged answer) {
                answer.entities().forEach(entity -> {
                    scores.add(entity.score());
                    right.add(((TrainingItem.Spanned) gold)
                            .spans()
                            .contains(new TrainingItem.Gold(
                                    entity.field(), entity.type(), entity.start(), entity.end())));
                });
            }
        });
        return new Confidence(scores, right);
    }

    private static Map<String, Object> intervals(Map<String, Interval> intervals) {
        Map<String, Object> json = new LinkedHashMap<>();
        intervals.forEach((name, interval) -> json.put(name, interval.json()));
        return json;
    }
}
