package io.postil.stream.annotate;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Tells a text that a model fails on from a model that fails. The first few failures in a row are taken for texts; after them
 * each is tried again and again, with longer and longer waits, so that a broken model slows the stream down instead of turning
 * its whole input into dead letters. Restarting the thread instead would abort the dead letters of this transaction and meet
 * the same records again, for ever where they are at fault. Threading: shared by all stream threads.
 */
final class ModelFailures {
    private static final int TAKEN_FOR_TEXTS = 10;
    private static final Duration ROOM = Duration.ofMillis(20);
    private static final List<Duration> WAITS = List.of(Duration.ofSeconds(1), Duration.ofSeconds(2));

    private final Pause pause;
    private final AtomicInteger inARow = new AtomicInteger();

    ModelFailures(Pause pause) {
        this.pause = pause;
    }

    /** Waits a little for the model's queue to get shorter. */
    void awaitRoom() {
        pause.await(ROOM);
    }

    void answered() {
        inARow.set(0);
    }

    void gaveUp() {
        inARow.incrementAndGet();
    }

    /** Whether more failures have come in a row than texts can be blamed for. */
    boolean suspicious() {
        return inARow.get() >= TAKEN_FOR_TEXTS;
    }

    /**
     * Whether to ask once more after {@code tries} failures; waits before it says yes.
     *
     * @throws StoppedException if the application stops meanwhile
     */
    boolean onceMore(int tries) {
        if (tries == 1) {
            return true;
        }
        if (!suspicious() || tries - 2 >= WAITS.size()) {
            return false;
        }
        pause.await(WAITS.get(tries - 2));
        return true;
    }
}
