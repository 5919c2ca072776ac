package io.postil.stream.metrics;

import java.time.Duration;
import java.util.Optional;
import java.util.function.DoubleSupplier;

/**
 * What the stream says of itself. While nothing fails {@code read = annotated + dead}, the records under way aside; a record
 * that is read again after a failure counts again. {@code read = prefetch hits + prefetch misses}. Threading: called from every
 * thread of the stream.
 */
public interface StreamMetrics {

    /** A record has reached its processor. */
    void read();

    /**
     * A record became an annotation.
     *
     * @param latency since the time that the record carries
     */
    void annotated(Duration latency);

    /** A record became a dead letter. */
    void dead(String reason, Duration latency);

    /** The texts and fields of an utterance were masked, and it was sealed. */
    void masked(Duration took);

    /** A record's answers were, or were not, asked for before its turn. */
    void prefetched(boolean hit);

    /** A model answered, or failed, a batch. */
    void batch(String task, int inputs, Duration took);

    /** Inputs of so many tokens, special ones included and padding not, wait for a model. */
    void tokens(String task, int tokens);

    /** Of the tokens that a model computed since it was opened, this share, 0 to 1, was padding. */
    void padding(String task, double share);

    /** From now on these versions of a task answer. */
    void serving(String task, String champion, Optional<String> challenger);

    /** A wanted version could not be loaded. */
    void loadFailed(String task);

    /** A stream thread ended on an error and was replaced. */
    void restarted();

    /** How many records wait is asked of this from now on. */
    void lag(DoubleSupplier records);
}
