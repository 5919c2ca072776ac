package io.postil.model.evaluate;

import io.postil.model.Input;
import io.postil.model.Prediction;
import io.postil.model.batch.InBatches;
import io.postil.model.train.Learner;
import io.postil.model.train.TrainingItem;
import io.postil.model.train.Validation;
import java.util.List;
import java.util.Map;

/** Validates on labelled items; none of them make the loss decide. The metrics are those of {@link Evaluation}. */
public record ItemValidation(List<TrainingItem> items) implements Validation {
    private static final int CHARS_AT_ONCE = 8_192;
    private static final int INPUTS_AT_ONCE = 32;

    public ItemValidation {
        items = List.copyOf(items);
    }

    @Override
    public Map<String, Double> metrics(Learner learner) {
        if (items.isEmpty()) {
            return Map.of();
        }
        List<Input> inputs = items.stream().map(TrainingItem::input).toList();
        List<Prediction> answers =
                InBatches.classify(learner::classify, inputs, Input::chars, CHARS_AT_ONCE, INPUTS_AT_ONCE);
        return Evaluation.of(items, answers).metrics();
    }
}
