package io.postil.model.gate;

import io.postil.model.evaluate.McNemar;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The trials on held-out corrections. */
record Corrections(List<Trial> trials, GateRules rules) {

    /** Why they do not speak for the challenger, if they do not. */
    Optional<String> objection() {
        int needed = McNemar.fewestPairs(rules.alpha());
        McNemar test = test();
        if (trials.size() < needed) {
            return Optional.of(("there are %s held-out corrections, and fewer than %s cannot decide at p ≤ %s; "
                            + "more corrections are needed.")
                    .formatted(trials.size(), needed, rules.alpha()));
        }
        if (test.wins() + test.losses() < needed) {
            return Optional.of(("champion and challenger differ on %s of %s held-out corrections, and fewer than %s "
                            + "cannot decide at p ≤ %s.")
                    .formatted(test.wins() + test.losses(), trials.size(), needed, rules.alpha()));
        }
        return test.oneSided() > rules.alpha()
                ? Optional.of("%s That is not better at p ≤ %s.".formatted(finding(), rules.alpha()))
                : Optional.empty();
    }

    /** What they show, as a sentence. */
    String finding() {
        McNemar test = test();
        return String.format(
                Locale.ROOT,
                "of %s held-out corrections only the challenger has %s right and only the champion %s "
                        + "(exact McNemar, one-sided p = %.4g).",
                trials.size(),
                test.wins(),
                test.losses(),
                test.oneSided());
    }

    private McNemar test() {
        int wins = (int) trials.stream().filter(Trial::won).count();
        int losses = (int) trials.stream().filter(Trial::lost).count();
        return new McNemar(wins, losses);
    }
}
