package io.postil.model.train;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;

/**
 * Cuts items into batches of similar length, in another order each epoch: shuffled, sorted by length within stretches of
 * several batches, cut, and the batches shuffled again. The same seed gives the same batches.
 */
final class EpochBatches {
    private static final int BATCHES_SORTED_TOGETHER = 50;

    private final List<Sized> items;
    private final int batchSize;
    private final long seed;

    private record Sized(TrainingItem item, int tokens) {}

    EpochBatches(List<? extends TrainingItem> items, Learner learner, int batchSize, long seed) {
        this.items = items.stream()
                .map(item -> new Sized(item, learner.tokens(item.input())))
                .toList();
        this.batchSize = batchSize;
        this.seed = seed;
    }

    /** Batches of one epoch. */
    int count() {
        return (items.size() + batchSize - 1) / batchSize;
    }

    List<List<TrainingItem>> shuffled(int epoch) {
        Random random = new Random(seed * 1_000_003 + epoch);
        List<Sized> order = new ArrayList<>(items);
        Collections.shuffle(order, random);
        for (List<Sized> stretch : cut(order, batchSize * BATCHES_SORTED_TOGETHER)) {
            stretch.sort(Comparator.comparingInt(Sized::tokens));
        }
        List<List<TrainingItem>> batches = cut(order.stream().map(Sized::item).toList(), batchSize);
        Collections.shuffle(batches, random);
        return batches;
    }

    private static <T> List<List<T>> cut(List<T> order, int size) {
        List<List<T>> parts = new ArrayList<>();
        for (int start = 0; start < order.size(); start += size) {
            parts.add(order.subList(start, Math.min(order.size(), start + size)));
        }
        return parts;
    }
}
