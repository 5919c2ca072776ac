package io.postil.model.batch;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToIntFunction;

/**
 * Cuts requests into batches of similar length, the longest first, so that padding costs little whatever the mix of lengths. A batch is
 * padded to its longest request; it costs its count times those tokens, and a call. Of all ways to cut the sorted requests the
 * cheapest is taken (dynamic programming over where the last batch begins). See docs/decisions/padding.md.
 */
public final class BatchPlan {
    /** What a call costs beside its tokens, in tokens: measured, see docs/decisions/padding.md. */
    static final int CALL = 12;

    private BatchPlan() {}

    /**
     * Each request is in exactly one batch. Equal lengths stay in order.
     *
     * @param tokens what a request costs, asked once for each
     * @param budget the most padded tokens of a batch; a request over it goes alone
     * @param count the most requests of a batch
     */
    public static <T> List<List<T>> of(List<T> requests, ToIntFunction<? super T> tokens, int budget, int count) {
        return of(requests, tokens, budget, count, CALL);
    }

    /** The same where a call costs as much as so many tokens. */
    public static <T> List<List<T>> of(
            List<T> requests, ToIntFunction<? super T> tokens, int budget, int count, int call) {
        List<Sized<T>> sorted = requests.stream()
                .map(request -> new Sized<>(request, tokens.applyAsInt(request)))
                .sorted(Comparator.comparingInt((Sized<T> sized) -> sized.tokens())
                        .reversed())
                .toList();
        int[] lengths = sorted.stream().mapToInt(Sized::tokens).toArray();
        int[] begins = cheapest(lengths, budget, count, call);
        List<List<T>> batches = new ArrayList<>();
        for (int end = lengths.length; end > 0; end = begins[end]) {
            batches.add(sorted.subList(begins[end], end).stream()
                    .map(Sized::request)
                    .toList());
        }
        Collections.reverse(batches);
        return batches;
    }

    /** For each end, where the last batch before it begins when all before it is cut as cheaply as can be. */
    private static int[] cheapest(int[] lengths, int budget, int count, int call) {
        long[] costs = new long[lengths.length + 1];
        int[] begins = new int[lengths.length + 1];
        for (int end = 1; end <= lengths.length; end++) {
            costs[end] = Long.MAX_VALUE;
            for (int begin = end - 1; begin >= 0 && fits(lengths[begin], end - begin, budget, count); begin--) {
                long cost = costs[begin] + call + (long) lengths[begin] * (end - begin);
                if (cost < costs[end]) {
                    costs[end] = cost;
                    begins[end] = begin;
                }
            }
        }
        return begins;
    }

    private static boolean fits(int longest, int size, int budget, int count) {
        return size == 1 || (size <= count && (long) longest * size <= budget);
    }

    private record Sized<T>(T request, int tokens) {}
}
