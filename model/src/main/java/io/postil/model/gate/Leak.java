package io.postil.model.gate;

import io.postil.model.evaluate.McNemar;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.ToIntFunction;

/**
 * What both leave uncovered of held-out entities, on corrections and older items together.
 *
 * @param trials without an entity change nothing
 */
record Leak(List<Trial> trials, GateRules rules) {

    /** Why the challenger must not mask in the champion's place, if it must not. */
    Optional<String> objection() {
        if (increase() > rules.leakMargin()) {
            return Optional.of("%s More than %s of the characters leak anew.".formatted(finding(), rules.leakMargin()));
        }
        McNemar test = new McNemar(/* wins= */ items(this::worse), /* losses= */ items(this::better));
        return test.oneSided() <= rules.alpha()
                ? Optional.of(String.format(
                        Locale.ROOT,
                        "%s More leaks in %s items and less in %s (exact sign test, one-sided p = %.4g).",
                        finding(),
                        test.wins(),
                        test.losses(),
                        test.oneSided()))
                : Optional.empty();
    }

    /** What they show, as a sentence; empty where there is no entity to leak. */
    String finding() {
        return characters() == 0
                ? ""
                : "Of %s characters of held-out entities the champion leaves %s uncovered, the challenger %s."
                        .formatted(characters(), before(), after());
    }

    /** As a share of the entities' characters; below 0 where less leaks. */
    private double increase() {
        return characters() == 0 ? 0 : (double) (after() - before()) / characters();
    }

    private int characters() {
        return sum(Trial::entityChars);
    }

    private int before() {
        return sum(trial -> trial.champion().leakedChars());
    }

    private int after() {
        return sum(trial -> trial.challenger().leakedChars());
    }

    private boolean worse(Trial trial) {
        return trial.challenger().leakedChars() > trial.champion().leakedChars();
    }

    private boolean better(Trial trial) {
        return trial.challenger().leakedChars() < trial.champion().leakedChars();
    }

    private int sum(ToIntFunction<Trial> of) {
        return trials.stream().mapToInt(of).sum();
    }

    private int items(java.util.function.Predicate<Trial> which) {
        return (int) trials.stream().filter(which).count();
    }
}
