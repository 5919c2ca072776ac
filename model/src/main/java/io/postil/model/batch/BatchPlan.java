package io.postil.model.batch;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToIntFunction;

/**
 * Cuts requests into batches of similar length, the longest first. A batch is padded to its longest request, so it costs
 * its count times the tokens of its first. All padding of a plan together is at most {@code count} times the longest request.
 */
public final class BatchPlan {

    private BatchPlan() {}

    /**
     * Each request is in exactly one batch. Equal lengths stay in order.
     *
     * @param tokens what a request costs, asked once for each
     * @param budget the most padded tokens of a batch; a request over it goes alone
     * @param count the most requests of a batch
     */
    public static <T> List<List<T>> of(List<T> requests, ToIntFunction<? super T> tokens, int budget, int count) {
        List<List<T>> batches = new ArrayList<>();
        List<T> batch = List.of();
        long room = 0;
        for (Sized<T> next : longestFirst(requests, tokens)) {
            if (batch.size() >= room) {
                room = Math.max(1, Math.min(count, budget / Math.max(1, next.tokens())));
                batch = new ArrayList<>();
                batches.add(batch);
            }
            batch.add(next.request());
        }
        return batches;
    }

    private static <T> List<Sized<T>> longestFirst(List<T> requests, ToIntFunction<? super T> tokens) {
        return requests.stream()
                .map(request -> new Sized<>(request, tokens.applyAsInt(request)))
                .sorted(Comparator.comparingInt((Sized<T> sized) -> sized.tokens())
                        .reversed())
                .toList();
    }

    private record Sized<T>(T request, int tokens) {}
}
