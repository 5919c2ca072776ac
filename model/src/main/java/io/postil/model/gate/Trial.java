package io.postil.model.gate;

import io.postil.model.Prediction;
import io.postil.model.evaluate.Outcome;
import io.postil.model.train.TrainingItem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What champion and challenger made of the same held-out item.
 *
 * @param moved the way from the gold label to the challenger's, where the challenger answers another one
 * @param label the gold label, where the item has one
 * @param entityChars code units of the gold spans, where the item has some
 */
public record Trial(
        Optional<String> label, Optional<Move> moved, int entityChars, Outcome champion, Outcome challenger) {

    /** Pairs up the answers to the same items, in the same order. */
    public static List<Trial> of(
            List<? extends TrainingItem> gold, List<Prediction> champion, List<Prediction> challenger) {
        if (gold.size() != champion.size() || gold.size() != challenger.size()) {
            throw new IllegalArgumentException("%s items, %s answers of the champion, %s of the challenger"
                    .formatted(gold.size(), champion.size(), challenger.size()));
        }
        List<Trial> trials = new ArrayList<>();
        for (int i = 0; i < gold.size(); i++) {
            trials.add(of(gold.get(i), champion.get(i), challenger.get(i)));
        }
        return trials;
    }

    private static Trial of(TrainingItem gold, Prediction champion, Prediction challenger) {
        Outcome before = Outcome.of(gold, champion);
        Outcome after = Outcome.of(gold, challenger);
        if (gold instanceof TrainingItem.Labelled item && challenger instanceof Prediction.Labelled answer) {
            Optional<Move> moved =
                    after.right() ? Optional.empty() : Optional.of(new Move(item.label(), answer.label()));
            return new Trial(Optional.of(item.label()), moved, 0, before, after);
        }
        return new Trial(Optional.empty(), Optional.empty(), chars(gold), before, after);
    }

    private static int chars(TrainingItem gold) {
        return gold instanceof TrainingItem.Spanned item
                ? item.spans().stream()
                        .mapToInt(span -> span.end() - span.start())
                        .sum()
                : 0;
    }

    boolean won() {
        return challenger.right() && !champion.right();
    }

    boolean lost() {
        return champion.right() && !challenger.right();
    }

    /** 1 for a win, -1 for a loss, else 0. */
    int difference() {
        return won() ? 1 : lost() ? -1 : 0;
    }
}
