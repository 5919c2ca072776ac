package io.postil.model.evaluate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Right, predicted and gold ones of each label, item by item, so that the metrics of any weighting of the items follow quickly: what a
 * bootstrap needs. Micro, macro and weighted scores are those of {@link Score}.
 */
final class ItemCounts {
    private static final int WIDTH = 3;

    private final List<String> labels;
    private final List<int[]> places = new ArrayList<>();
    private final List<int[]> counts = new ArrayList<>();
    private final List<Boolean> right = new ArrayList<>();

    private ItemCounts(List<String> labels) {
        this.labels = labels;
    }

    static ItemCounts ofLabels(List<String> gold, List<String> predicted) {
        List<List<Chunk>> golds =
                gold.stream().map(label -> List.of(new Chunk(label, 0, 1))).toList();
        List<List<Chunk>> found =
                predicted.stream().map(label -> List.of(new Chunk(label, 0, 1))).toList();
        return ofChunks(golds, found);
    }

    static ItemCounts ofChunks(List<List<Chunk>> gold, List<List<Chunk>> predicted) {
        TreeSet<String> labels = new TreeSet<>(CodePointOrder.INSTANCE);
        gold.forEach(item -> item.forEach(chunk -> labels.add(chunk.type())));
        predicted.forEach(item -> item.forEach(chunk -> labels.add(chunk.type())));
        ItemCounts all = new ItemCounts(List.copyOf(labels));
        Map<String, Integer> index = new LinkedHashMap<>();
        labels.forEach(label -> index.put(label, index.size()));
        for (int i = 0; i < gold.size(); i++) {
            all.add(gold.get(i), predicted.get(i), index);
        }
        return all;
    }

    private void add(List<Chunk> gold, List<Chunk> predicted, Map<String, Integer> index) {
        Map<Integer, int[]> own = new TreeMap<>();
        List<Chunk> golds = gold.stream().distinct().toList();
        List<Chunk> found = predicted.stream().distinct().toList();
        golds.forEach(chunk -> own.computeIfAbsent(index.get(chunk.type()), label -> new int[WIDTH])[2]++);
        for (Chunk chunk : found) {
            int[] count = own.computeIfAbsent(index.get(chunk.type()), label -> new int[WIDTH]);
            count[0] += golds.contains(chunk) ? 1 : 0;
            count[1]++;
        }
        places.add(own.keySet().stream().mapToInt(Integer::intValue).toArray());
        counts.add(own.values().stream().flatMapToInt(java.util.Arrays::stream).toArray());
        right.add(golds.size() == found.size() && golds.containsAll(found));
    }

    int items() {
        return places.size();
    }

    List<String> labels() {
        return labels;
    }

    /** The scores of each label, when each item counts so many times; and the share of items that are right throughout. */
    Weighted weighted(int[] weights) {
        long[] sums = new long[labels.size() * WIDTH];
        long rightOnes = 0;
        long all = 0;
        for (int item = 0; item < weights.length; item++) {
            int weight = weights[item];
            all += weight;
            rightOnes += right.get(item) ? weight : 0;
            int[] place = places.get(item);
            int[] count = counts.get(item);
            for (int i = 0; weight > 0 && i < count.length; i++) {
                sums[place[i / WIDTH] * WIDTH + i % WIDTH] += (long) weight * count[i];
            }
        }
        return weighted(sums, all == 0 ? 0 : (double) rightOnes / all);
    }

    private Weighted weighted(long[] sums, double itemsRight) {
        List<Score> scores = new ArrayList<>();
        long[] all = new long[WIDTH];
        for (int label = 0; label < labels.size(); label++) {
            int at = label * WIDTH;
            scores.add(Score.of(sums[at], sums[at + 1], sums[at + 2]));
            for (int i = 0; i < WIDTH; i++) {
                all[i] += sums[at + i];
            }
        }
        return new Weighted(scores, Score.of(all[0], all[1], all[2]), itemsRight);
    }

    /** Scores of each label in their order, over all of them, and the share of items that are right throughout. */
    record Weighted(List<Score> scores, Score micro, double itemsRight) {}
}
