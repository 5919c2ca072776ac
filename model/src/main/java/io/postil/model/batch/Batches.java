package io.postil.model.batch;

import io.postil.model.Classifier;
import io.postil.model.Input;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes batches of all that waits, once the last ones are handed out. Threading: one worker plans, the others wait for it. */
final class Batches {
    private final Backlog backlog;
    private final Serving serving;
    private final BatchLimits limits;
    private final Deque<List<Measured>> planned = new ArrayDeque<>();

    Batches(Backlog backlog, Serving serving, BatchLimits limits) {
        this.backlog = backlog;
        this.serving = serving;
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
                    BatchPlan.of(measured(sharingRepeats(all)), Measured::tokens, limits.tokens(), limits.count()));
        }
        return Optional.of(planned.removeFirst().stream().map(Measured::request).toList());
    }

    /** The requests of batches that nobody took. */
    synchronized List<Request> drain() {
        List<Request> left =
                planned.stream().flatMap(List::stream).map(Measured::request).toList();
        planned.clear();
        return left;
    }

    /** Talk repeats itself: equal inputs that wait at the same time are answered once. */
    private static List<Request> sharingRepeats(List<Request> requests) {
        Map<Input, Request> distinct = new LinkedHashMap<>();
        for (Request request : requests) {
            distinct.computeIfAbsent(request.input(), input -> new Request(input, new ArrayList<>()))
                    .futures()
                    .addAll(request.futures());
        }
        return List.copyOf(distinct.values());
    }

    private List<Measured> measured(List<Request> requests) {
        List<Measured> measured = new ArrayList<>();
        try (Serving.Lease lease = serving.lease()) {
            for (Request request : requests) {
                measure(request, lease.classifier()).ifPresent(measured::add);
            }
        }
        return measured;
    }

    /** A request whose tokens cannot be counted fails alone. */
    private static Optional<Measured> measure(Request request, Classifier classifier) {
        try {
            return Optional.of(new Measured(request, classifier.tokens(request.input())));
        } catch (RuntimeException | Error e) {
            request.fail(e);
            return Optional.empty();
        }
    }

    private record Measured(Request request, int tokens) {}
}
