package io.postil.stream.annotate;

import java.time.Duration;

/** Waits in a stream thread, for as long as the application runs. */
@FunctionalInterface
public interface Pause {

    /**
     * Returns when the time is over.
     *
     * @throws StoppedException if the application stops before that
     */
    void await(Duration time);
}
