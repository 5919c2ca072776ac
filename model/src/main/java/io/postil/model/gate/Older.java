package io.postil.model.gate;

import io.postil.model.evaluate.McNemar;
import io.postil.model.evaluate.PairedBootstrap;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The trials on held-out items from before the corrections.
 *
 * @param trials those that count
 * @param moved by gold label, how many the challenger took the way that the corrections go; they do not count
 */
record Older(List<Trial> trials, Map<String, Integer> moved, GateRules rules) {

    static Older of(List<Trial> trials, Map<Move, Integer> moves, GateRules rules) {
        List<Trial> counting = new ArrayList<>();
        Map<String, Integer> moved = new TreeMap<>();
        for (Trial trial : trials) {
            int corrections =
                    trial.moved().map(move -> moves.getOrDefault(move, 0)).orElse(0);
            if (trial.lost() && corrections >= rules.moveCorrections()) {
                moved.merge(trial.label().orElseThrow(), 1, Integer::sum);
            } else {
                counting.add(trial);
            }
        }
        return new Older(counting, moved, rules);
    }

    /** Why the challenger may be worse over all, if it may. */
    Optional<String> objection() {
        if (trials.isEmpty()) {
            return Optional.of("no older held-out item shows what else the challenger would change." + movedSentence());
        }
        return lowerBound() < -rules.margin()
                ? Optional.of(finding() + " That may be worse than the margin.")
                : Optional.empty();
    }

    /** Which label has become worse, if any has. */
    Optional<String> labelObjection() {
        return byLabel().entrySet().stream()
                .filter(label -> label.getValue().size() >= rules.labelItems())
                .filter(label -> mean(label.getValue()) < -rules.labelMargin())
                .filter(label -> beyondChance(label.getValue()))
                .findFirst()
                .map(label -> "of %s older held-out items of %s the champion has %s right, the challenger %s.%s"
                        .formatted(
                                label.getValue().size(),
                                label.getKey(),
                                championRight(label.getValue()),
                                challengerRight(label.getValue()),
                                movedSentence()));
    }

    /** What they show, as a sentence. */
    String finding() {
        return String.format(
                        Locale.ROOT,
                        "Of %s older held-out items the champion has %s right, the challenger %s (difference %+.3f, "
                                + "one-sided 95 %% lower bound %+.3f, margin %s).",
                        trials.size(),
                        championRight(trials),
                        challengerRight(trials),
                        mean(trials),
                        lowerBound(),
                        rules.margin())
                + movedSentence();
    }

    private String movedSentence() {
        return moved.entrySet().stream()
                .map(label -> " %s older examples of %s moved with the corrections."
                        .formatted(label.getValue(), label.getKey()))
                .collect(Collectors.joining());
    }

    private double lowerBound() {
        double[] differences = trials.stream().mapToDouble(Trial::difference).toArray();
        return new PairedBootstrap(rules.samples(), rules.seed()).lowerBound(differences, 0.95);
    }

    private Map<String, List<Trial>> byLabel() {
        return trials.stream()
                .filter(trial -> trial.label().isPresent())
                .collect(Collectors.groupingBy(trial -> trial.label().get(), TreeMap::new, Collectors.toList()));
    }

    private static double mean(List<Trial> trials) {
        return trials.stream().mapToInt(Trial::difference).average().orElse(0);
    }

    /** A label with few items loses some by chance at every training: exact McNemar, one-sided, as for the corrections. */
    private boolean beyondChance(List<Trial> label) {
        int losses = (int) label.stream().filter(Trial::lost).count();
        int wins = (int) label.stream().filter(Trial::won).count();
        return new McNemar(/* wins= */ losses, /* losses= */ wins).oneSided() <= rules.alpha();
    }

    private static long championRight(List<Trial> trials) {
        return trials.stream().filter(trial -> trial.champion().right()).count();
    }

    private static long challengerRight(List<Trial> trials) {
        return trials.stream().filter(trial -> trial.challenger().right()).count();
    }
}
