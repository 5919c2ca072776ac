package io.postil.model.evaluate;

import io.postil.model.Prediction;
import io.postil.model.train.TrainingItem;
import java.util.List;
import java.util.Set;

/**
 * What came of one item.
 *
 * @param right the label is right, or all spans are and none is surplus
 * @param leakedChars code units of gold spans that no predicted span covers; 0 for labels
 */
public record Outcome(boolean right, int leakedChars) {

    /**
     * Compares a prediction with what it should have been.
     *
     * @throws IllegalArgumentException if they are not of one kind
     */
    public static Outcome of(TrainingItem gold, Prediction predicted) {
        if (gold instanceof TrainingItem.Labelled item && predicted instanceof Prediction.Labelled answer) {
            return new Outcome(item.label().equals(answer.label()), 0);
        }
        if (gold instanceof TrainingItem.Spanned item && predicted instanceof Prediction.Tagged answer) {
            return of(Spans.of(item), Spans.of(item.input(), answer));
        }
        throw new IllegalArgumentException("a %s answered by a %s"
                .formatted(gold.getClass().getSimpleName(), predicted.getClass().getSimpleName()));
    }

    static Outcome of(List<Chunk> gold, List<Chunk> predicted) {
        return new Outcome(Set.copyOf(gold).equals(Set.copyOf(predicted)), Spans.leaked(gold, predicted));
    }
}
