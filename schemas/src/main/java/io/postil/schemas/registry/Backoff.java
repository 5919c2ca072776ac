package io.postil.schemas.registry;

import java.time.Duration;

/**
 * How long to wait between attempts: doubling from the first pause to the longest, each shortened by chance to between half
 * and all of it, so that many clients do not come back at once.
 *
 * @param first pause, before chance
 * @param longest pause
 * @param total time after which there is no further attempt; zero for one attempt only
 */
public record Backoff(Duration first, Duration longest, Duration total) {

    public Backoff {
        if (first.isNegative() || first.isZero() || longest.compareTo(first) < 0 || total.isNegative()) {
            throw new IllegalArgumentException("pauses of " + first + " to " + longest + " within " + total
                    + " (expected a positive first pause, a longest no shorter, and a total of zero or more)");
        }
    }

    /**
     * The pause after an attempt.
     *
     * @param attempt counts from 0
     * @param chance from 0 to 1
     */
    Duration pause(int attempt, double chance) {
        long doubled = attempt >= 30 ? Long.MAX_VALUE : saturated(first.toMillis(), 1L << attempt);
        long whole = Math.min(longest.toMillis(), doubled);
        return Duration.ofMillis((long) Math.ceil(whole * (0.5 + chance / 2)));
    }

    private static long saturated(long a, long b) {
        return a > Long.MAX_VALUE / b ? Long.MAX_VALUE : a * b;
    }
}
