package io.postil.trainer.intake;

import io.postil.schemas.DeadLetter;

/** What a record that others wrote turns out to be. */
sealed interface Reading {

    /**
     * It says what it should.
     *
     * @param id what it is keyed by from here on
     * @param value as it was read, a correction in its envelope; null where that is allowed
     */
    @SuppressWarnings("ArrayRecordComponent") // handed on, never compared
    record Good(String id, byte[] value) implements Reading {}

    /** It can be read by nobody. */
    record Dead(DeadLetter letter) implements Reading {}
}
