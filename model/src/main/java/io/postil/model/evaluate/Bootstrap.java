package io.postil.model.evaluate;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * The percentile bootstrap over groups: whole groups (conversations; where there are none, items) are drawn again with replacement, as
 * items of one group are no independent evidence (Efron and Tibshirani, An Introduction to the Bootstrap, chapter 13). The same seed
 * gives the same bounds.
 *
 * @param level the share of the resampled figures that lies inside, such as 0.95
 */
public record Bootstrap(int samples, long seed, double level) {

    /** 1,000 samples, seed 1, 95 %. */
    public static Bootstrap usual() {
        return new Bootstrap(1000, 1, 0.95);
    }

    /** How often each item counts, and what follows from it. */
    @FunctionalInterface
    interface Figures {
        Map<String, Double> of(int[] weights);
    }

    /** @param groups of the items, in their order */
    Map<String, Interval> intervals(List<String> groups, Figures figures) {
        int[] group = numbered(groups);
        int count = Arrays.stream(group).max().orElse(-1) + 1;
        int[] once = new int[group.length];
        Arrays.fill(once, 1);
        Map<String, Double> values = figures.of(once);
        Map<String, double[]> resampled = new LinkedHashMap<>();
        values.keySet().forEach(name -> resampled.put(name, new double[samples]));
        SplittableRandom random = new SplittableRandom(seed);
        for (int sample = 0; sample < samples; sample++) {
            int at = sample;
            figures.of(drawn(group, count, random))
                    .forEach((name, value) -> resampled.get(name)[at] = value);
        }
        Map<String, Interval> intervals = new LinkedHashMap<>();
        values.forEach((name, value) -> intervals.put(name, interval(value, resampled.get(name))));
        return intervals;
    }

    private static int[] numbered(List<String> groups) {
        Map<String, Integer> numbers = new LinkedHashMap<>();
        groups.forEach(name -> numbers.putIfAbsent(name, numbers.size()));
        return groups.stream().mapToInt(numbers::get).toArray();
    }

    private static int[] drawn(int[] group, int count, SplittableRandom random) {
        int[] times = new int[count];
        for (int i = 0; i < count; i++) {
            times[random.nextInt(count)]++;
        }
        int[] weights = new int[group.length];
        Arrays.setAll(weights, item -> times[group[item]]);
        return weights;
    }

    private Interval interval(double value, double[] resampled) {
        Arrays.sort(resampled);
        double tail = (1 - level) / 2;
        return new Interval(value, quantile(resampled, tail), quantile(resampled, 1 - tail));
    }

    private static double quantile(double[] sorted, double share) {
        return sorted[(int) Math.min(sorted.length - 1, Math.floor(share * sorted.length))];
    }

    public Map<String, Object> json(boolean grouped) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("method", "percentile bootstrap over " + (grouped ? "conversations" : "items"));
        json.put("level", level);
        json.put("samples", samples);
        json.put("seed", seed);
        return json;
    }
}
