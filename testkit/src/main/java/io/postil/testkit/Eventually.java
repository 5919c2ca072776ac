package io.postil.testkit;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * Waits for what other threads bring about, up to a deadline: {@code Eventually.within(Duration.ofSeconds(20)).passes(() ->
 * assertThat(…))}. Looks again after pauses that grow from 5 to 250 ms.
 */
public final class Eventually {

    private static final long FIRST_PAUSE_NANOS = Duration.ofMillis(5).toNanos();
    private static final long LONGEST_PAUSE_NANOS = Duration.ofMillis(250).toNanos();

    private final Duration limit;

    private Eventually(Duration limit) {
        this.limit = limit;
    }

    public static Eventually within(Duration limit) {
        return new Eventually(limit);
    }

    /** Returns when the assertion passes; at the deadline throws what it threw last. */
    public void passes(Runnable assertion) {
        AssertionError[] last = new AssertionError[1];
        boolean passed = poll(() -> {
            try {
                assertion.run();
                return true;
            } catch (AssertionError e) {
                last[0] = e;
                return false;
            }
        });
        if (!passed) {
            throw new AssertionError("not within " + limit + ": " + last[0].getMessage(), last[0]);
        }
    }

    /** Returns the first value there is. */
    public <T> T gives(String what, Supplier<Optional<T>> source) {
        Object[] found = new Object[1];
        boolean given = poll(() -> {
            Optional<T> value = source.get();
            value.ifPresent(some -> found[0] = some);
            return value.isPresent();
        });
        if (!given) {
            throw new AssertionError("no " + what + " within " + limit);
        }
        @SuppressWarnings("unchecked")
        T value = (T) found[0];
        return value;
    }

    private boolean poll(BooleanSupplier done) {
        long deadline = System.nanoTime() + limit.toNanos();
        long pause = FIRST_PAUSE_NANOS;
        while (!done.getAsBoolean()) {
            long left = deadline - System.nanoTime();
            if (left <= 0) {
                return false;
            }
            LockSupport.parkNanos(Math.min(pause, left));
            pause = Math.min(pause * 2, LONGEST_PAUSE_NANOS);
        }
        return true;
    }
}
