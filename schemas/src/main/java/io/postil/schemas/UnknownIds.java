package io.postil.schemas;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/** Ids that a registry did not know a moment ago; the newest of them only, since garbage can hold any id. */
final class UnknownIds {

    private static final int MOST = 1_000;

    private final Duration remembered;
    private final LongSupplier nanoTime;
    private final Map<Integer, Long> since = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Integer, Long> eldest) {
            return size() > MOST;
        }
    };

    UnknownIds(Duration remembered, LongSupplier nanoTime) {
        this.remembered = remembered;
        this.nanoTime = nanoTime;
    }

    synchronized void add(int id) {
        since.remove(id);
        since.put(id, nanoTime.getAsLong());
    }

    synchronized boolean contains(int id) {
        Long asked = since.get(id);
        return asked != null && nanoTime.getAsLong() - asked < remembered.toNanos();
    }
}
