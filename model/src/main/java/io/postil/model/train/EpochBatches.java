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
record EpochBatches(List<TrainingItem> items, int batchSize, long seed) {
    private static final int BATCHES_SORTED_TOGETHER = 16;

    EpochBatches {
        items = List.copyOf(items);
    }

    /** Batches of one epoch. */
    int count() {
        return (items.size() + batchSize - 1) / batchSize;
    }

    List<List<TrainingItem>> shuffled(int epoch) {
        Random random = new Random(seed * 1_000_003 + epoch);
        List<TrainingItem> order = new ArrayList<>(items);
        Collections.shuffle(order, random);
        for (List<TrainingItem> stretch : cut(order, batchSize * BATCHES_SORTED_TOGETHER)) {
            stretch.sort(Comparator.comparingInt(item -> item.input().chars()));
        }
        List<List<TrainingItem>> batches = cut(order, batchSize);
        Collections.shuffle(batches, random);
        return batches;
    }

    private static List<List<TrainingItem>> cut(List<TrainingItem> order, int size) {
        List<List<TrainingItem>> parts = new ArrayList<>();
        for (int start = 0; start < order.size(); start += size) {
            parts.add(order.subList(start, Math.min(order.size(), start + size)));
        }
        return parts;
    }
}
