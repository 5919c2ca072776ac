package io.postil.trainer.intake;

import io.postil.schemas.Split;
import java.util.function.DoubleSupplier;

/**
 * What became of corrections. Over any time without a crash, read = the sum of all outcomes + what waits now − what waited
 * at the beginning; a transaction that is repeated after a crash counts twice. Threading: called by several threads.
 */
public interface IntakeMetrics {

    /** A record of the feedback topic was read, whatever it is. */
    void correctionRead();

    /** A correction came to its end in the intake. */
    void correctionEnded(Ending ending);

    /** More corrections wait for their utterance, or fewer. */
    void correctionsWaiting(int change);

    /** An example was written, new or in the place of one. */
    void exampleWritten(Split split);

    /** How many records wait is asked of this from now on. */
    void lag(DoubleSupplier records);

    /** How the intake is done with a correction. */
    enum Ending {
        /** It is, or agrees with, an example to train or validate with. */
        ACCEPTED,
        /** It is, or agrees with, an example to measure with. */
        HELD_OUT,
        REJECTED,
        QUARANTINED,
        /** The same correction had been read before. */
        REPEATED,
        /** A dead letter was written. */
        DEAD
    }
}
