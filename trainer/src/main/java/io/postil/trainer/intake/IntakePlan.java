package io.postil.trainer.intake;

import io.postil.privacy.seal.KeyRing;
import io.postil.privacy.seal.Sealer;
import java.time.Duration;

/**
 * What the intake is made with.
 *
 * @param patience how long a correction waits for its utterance
 * @param window how long an utterance waits for corrections, and a correction's id is remembered
 */
record IntakePlan(
        Wires wires, CorrectionJudge judge, KeyRing keys, Duration patience, Duration window, IntakeMetrics metrics) {

    /** Seals what no conversation's key does. */
    Sealer sealer() {
        return new Sealer(keys);
    }

    Envelopes envelopes() {
        return new Envelopes(wires.feedback(), sealer());
    }

    /** How often it is looked whether patience is over: a tenth of it, between a second and a minute. */
    Duration patienceCheck() {
        long millis = Math.max(1_000, Math.min(60_000, patience.toMillis() / 10));
        return Duration.ofMillis(millis);
    }
}
