package io.postil.model.evaluate;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * The percentile bootstrap of a mean difference between paired outcomes: pairs are drawn again with replacement (Efron and
 * Tibshirani, An Introduction to the Bootstrap, chapter 13). The same seed gives the same bounds.
 */
public record PairedBootstrap(int samples, long seed) {

    /** Bounds of a difference. */
    public record Interval(double low, double high) {}

    /**
     * The middle part of the resampled means.
     *
     * @param differences challenger minus champion, one for each pair, at least one
     * @param level the share that lies inside, such as 0.95
     */
    public Interval interval(double[] differences, double level) {
        double[] means = means(differences);
        double tail = (1 - level) / 2;
        return new Interval(quantile(means, tail), quantile(means, 1 - tail));
    }

    /** The bound that the difference is above with the confidence given, such as 0.95. */
    public double lowerBound(double[] differences, double confidence) {
        return quantile(means(differences), 1 - confidence);
    }

    private double[] means(double[] differences) {
        if (differences.length == 0) {
            throw new IllegalArgumentException("no pairs to draw from");
        }
        var random = new SplittableRandom(seed);
        double[] means = new double[samples];
        for (int i = 0; i < samples; i++) {
            double sum = 0;
            for (int j = 0; j < differences.length; j++) {
                sum += differences[random.nextInt(differences.length)];
            }
            means[i] = sum / differences.length;
        }
        Arrays.sort(means);
        return means;
    }

    private static double quantile(double[] sorted, double share) {
        return sorted[(int) Math.min(sorted.length - 1, Math.floor(share * sorted.length))];
    }
}
