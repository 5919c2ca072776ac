package io.postil.trainer.runs;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** How long a task is left alone after runs that failed: twice as long after each, within bounds. */
final class Backoff {
    private final Duration first;
    private final Duration longest;
    private final Map<String, Duration> waits = new HashMap<>();
    private final Map<String, Instant> until = new HashMap<>();

    Backoff(Duration first, Duration longest) {
        this.first = first;
        this.longest = longest;
    }

    boolean holds(String task, Instant now) {
        return now.isBefore(until.getOrDefault(task, Instant.MIN));
    }

    Duration failed(String task, Instant now) {
        var wait = waits.getOrDefault(task, first);
        waits.put(task, wait.multipliedBy(2).compareTo(longest) < 0 ? wait.multipliedBy(2) : longest);
        until.put(task, now.plus(wait));
        return wait;
    }

    void succeeded(String task) {
        waits.remove(task);
        until.remove(task);
    }
}
