package io.postil.model.batch;

import io.postil.model.Input;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes batches of all that waits, once the last ones are handed out. Threading: one worker plans, the others wait for it. */
final class Batches {
    private final Backlog backlog;
    private final BatchLimits limits;
    private final Deque<List<Request>> planned = new ArrayDeque<>();

    Batches(Backlog backlog, BatchLimits limits) {
        this.backlog = backlog;
        this.limits = limits;
    }

    /** Waits for the next batch; none when the backlog is closed. */
    synchronized Optional<List<Request>> next() throws InterruptedException {
        while (planned.isEmpty()) {
            List<Request> all = backlog.takeAll();
            if (all.isEmpty()) {
                return Optional.empty();
            }
            planned.addAll(
                    BatchPlan.of(List.copyOf(sharingRepeats(all)), Request::tokens, limits.tokens(), limits.count()));
        }
        return Optional.of(planned.removeFirst());
    }

    /** The requests of batches that nobody took. */
    synchronized List<Request> drain() {
        List<Request> left = planned.stream().flatMap(List::stream).toList();
        planned.clear();
        return left;
    }

    /** Talk repeats itself: equal inputs that wait at the same time are answered once. */
    private static Collection<Request> sharingRepeats(List<Request> requests) {
        Map<Input, Request> distinct = new LinkedHashMap<>();
        requests.forEach(request -> distinct.merge(request.input(), request, Request::with));
        return distinct.values();
    }
}
