package io.postil.stream.serving;

import io.postil.schemas.RolloutStatus;

/** Where an instance says what it serves. */
@FunctionalInterface
interface StatusReport {

    /**
     * Says it, in place of what was said of the task before.
     *
     * @throws io.postil.schemas.RegistryUnavailableException if it could not be said now
     */
    void publish(RolloutStatus status);
}
