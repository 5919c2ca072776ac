package io.postil.model.gate;

import io.postil.model.Prediction;
import io.postil.model.train.TrainingItem;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Where a correction takes an input: from the label that was answered to the label that people want. */
public record Move(String from, String to) {

    /** How many corrections go which way; those that confirm the champion's answer, and those of spans, go nowhere. */
    public static Map<Move, Integer> count(List<? extends TrainingItem> corrections, List<Prediction> champion) {
        Map<Move, Integer> moves = new HashMap<>();
        for (int i = 0; i < corrections.size(); i++) {
            if (corrections.get(i) instanceof TrainingItem.Labelled wanted
                    && champion.get(i) instanceof Prediction.Labelled answered
                    && !wanted.label().equals(answered.label())) {
                moves.merge(new Move(answered.label(), wanted.label()), 1, Integer::sum);
            }
        }
        return moves;
    }
}
