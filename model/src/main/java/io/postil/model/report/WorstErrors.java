package io.postil.model.report;

import io.postil.model.Entity;
import io.postil.model.Prediction;
import io.postil.model.train.TrainingItem;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** The wrong answers that the model was surest of. Rows are counted from 1; texts are there only where they may be shown. */
record WorstErrors(boolean showTexts) {
    private static final int MOST = 25;
    private static final String SCORE = "score";

    List<Map<String, Object>> of(Judged judged) {
        List<Map<String, Object>> errors = new ArrayList<>();
        IntStream.range(0, judged.rows().size()).forEach(i -> {
            TrainingItem gold = judged.rows().get(i).item();
            if (gold instanceof TrainingItem.Labelled item
                    && judged.answers().get(i) instanceof Prediction.Labelled answer) {
                label(i, item, answer, errors);
            } else if (gold instanceof TrainingItem.Spanned item
                    && judged.answers().get(i) instanceof Prediction.Tagged answer) {
                spans(i, item, answer, errors);
            }
        });
        errors.sort(Comparator.comparingDouble(error -> -(Double) error.get(SCORE)));
        return List.copyOf(errors.subList(0, Math.min(MOST, errors.size())));
    }

    private void label(
            int row, TrainingItem.Labelled gold, Prediction.Labelled answer, List<Map<String, Object>> errors) {
        if (!gold.label().equals(answer.label())) {
            errors.add(error(row, gold, gold.label(), answer.label(), answer.score()));
        }
    }

    private void spans(int row, TrainingItem.Spanned gold, Prediction.Tagged answer, List<Map<String, Object>> errors) {
        for (Entity entity : answer.entities()) {
            var found = new TrainingItem.Gold(entity.field(), entity.type(), entity.start(), entity.end());
            if (!gold.spans().contains(found)) {
                String meant = gold.spans().stream()
                        .filter(span -> span.field() == entity.field()
                                && span.start() < entity.end()
                                && span.end() > entity.start())
                        .findFirst()
                        .map(span -> told(span.type(), span.start(), span.end()))
                        .orElse("nothing");
                errors.add(error(row, gold, meant, told(entity.type(), entity.start(), entity.end()), entity.score()));
            }
        }
    }

    private static String told(String type, int start, int end) {
        return type + " [" + start + ", " + end + ")";
    }

    private Map<String, Object> error(int row, TrainingItem item, String gold, String predicted, double score) {
        Map<String, Object> error = new LinkedHashMap<>();
        error.put("row", row + 1);
        error.put("gold", gold);
        error.put("predicted", predicted);
        error.put(SCORE, score);
        if (showTexts) {
            error.put("text", item.input().text());
            item.input().textPair().ifPresent(pair -> error.put("text_pair", pair));
        }
        return error;
    }
}
