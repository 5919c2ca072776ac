package io.postil.trainer.runs;

import io.postil.schemas.Rollout;
import java.util.Optional;

/** Whether a version is promoted, and why. */
record Decision(boolean promote, String reason) {

    /**
     * The gate's word, unless the checkpoint is broken or a person has acted meanwhile.
     *
     * @param broken what is wrong with the checkpoint as stored
     * @param before the rollout that the run began with
     * @param now the rollout at its end
     */
    static Decision of(
            Attempt.Findings findings, Optional<String> broken, Optional<Rollout> before, Optional<Rollout> now) {
        if (broken.isPresent()) {
            return new Decision(false, broken.get());
        }
        if (findings.promote() && !before.equals(now)) {
            return new Decision(
                    false,
                    "the champion changed during the run: " + named(before) + " is now " + named(now) + "; otherwise: "
                            + findings.reason());
        }
        return new Decision(findings.promote(), findings.reason());
    }

    private static String named(Optional<Rollout> rollout) {
        return rollout.map(found -> found.getChampion() + " (sequence " + found.getSequence() + ")")
                .orElse("none");
    }
}
