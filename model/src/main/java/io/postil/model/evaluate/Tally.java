package io.postil.model.evaluate;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Counts for one label or type, while a report is made. */
final class Tally {
    private long right;
    private long predicted;
    private long gold;

    void addRight() {
        right++;
    }

    void addPredicted() {
        predicted++;
    }

    void addGold() {
        gold++;
    }

    void add(Tally other) {
        right += other.right;
        predicted += other.predicted;
        gold += other.gold;
    }

    /** Says of which labels precision or recall is 0 for want of anything to divide by. */
    static List<String> notes(Map<String, Tally> tallies) {
        if (tallies.isEmpty()) {
            return List.of("every score is undefined and counts as 0 (nothing is gold or predicted)");
        }
        return Stream.of(
                        note("precision", "never predicted", tallies, tally -> tally.predicted == 0),
                        note("recall", "never gold", tallies, tally -> tally.gold == 0))
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<String> note(
            String score, String why, Map<String, Tally> tallies, Predicate<Tally> undefined) {
        List<String> labels = tallies.entrySet().stream()
                .filter(entry -> undefined.test(entry.getValue()))
                .map(Map.Entry::getKey)
                .toList();
        return labels.isEmpty()
                ? Optional.empty()
                : Optional.of(score + " is undefined and counts as 0 (" + why + "): " + String.join(", ", labels));
    }

    Score score() {
        return Score.of(right, predicted, gold);
    }
}
