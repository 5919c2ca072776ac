package io.postil.trainer.intake;

import io.postil.schemas.Correction;

/** What comes to the {@link Desk}, keyed by utterance id. */
sealed interface Arrival {

    /**
     * A correction that was not here before.
     *
     * @param sent the same, in its envelope
     */
    @SuppressWarnings("ArrayRecordComponent") // handed on, never compared
    record Corrected(Correction correction, byte[] sent) implements Arrival {}

    /** An utterance, sealed, as it stands in the originals topic. */
    @SuppressWarnings("ArrayRecordComponent") // handed on, never compared
    record Sent(byte[] original) implements Arrival {}

    /** An utterance shall be forgotten. */
    record Erased() implements Arrival {}
}
