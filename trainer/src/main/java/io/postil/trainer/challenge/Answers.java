package io.postil.trainer.challenge;

import io.postil.model.Input;
import io.postil.model.Prediction;
import io.postil.model.train.TrainingItem;
import io.postil.trainer.runs.RunFailedException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Function;

/** Asks a model for many answers, a few at a time, until nobody waits for them any more. */
record Answers(Function<List<Input>, List<Prediction>> model, BooleanSupplier stopped) {
    private static final int AT_A_TIME = 64;

    /** @throws RunFailedException if stopped */
    List<Prediction> to(List<? extends TrainingItem> items) {
        List<Prediction> answers = new ArrayList<>(items.size());
        for (int from = 0; from < items.size(); from += AT_A_TIME) {
            if (stopped.getAsBoolean()) {
                throw new RunFailedException("stopped while a model was asked");
            }
            var part = items.subList(from, Math.min(items.size(), from + AT_A_TIME));
            answers.addAll(model.apply(part.stream().map(TrainingItem::input).toList()));
        }
        return answers;
    }
}
