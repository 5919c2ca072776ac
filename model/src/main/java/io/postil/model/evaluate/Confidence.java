package io.postil.model.evaluate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How far scores can be believed: of answers with score p, a share p should be right.
 *
 * @param scores of the answers, 0 to 1
 * @param right whether each was right
 */
public record Confidence(List<Double> scores, List<Boolean> right) {
    private static final int BINS = 15;
    private static final int BARS = 20;

    public Confidence {
        scores = List.copyOf(scores);
        right = List.copyOf(right);
        ClassReport.requireSameSize(scores.size(), right.size());
    }

    /** Answers whose score falls between two bounds, the upper one included. */
    public record Bin(double low, double high, long count, double confidence, double accuracy) {

        Map<String, Object> json() {
            Map<String, Object> json = new LinkedHashMap<>();
            json.put("low", low);
            json.put("high", high);
            json.put("count", count);
            json.put("confidence", confidence);
            json.put("accuracy", accuracy);
            return json;
        }
    }

    /** Bins of equal width; those that are empty have confidence and accuracy 0. */
    List<Bin> bins() {
        long[] counts = new long[BINS];
        double[] sums = new double[BINS];
        long[] rights = new long[BINS];
        for (int i = 0; i < scores.size(); i++) {
            int bin = place(scores.get(i), BINS);
            counts[bin]++;
            sums[bin] += scores.get(i);
            rights[bin] += right.get(i) ? 1 : 0;
        }
        List<Bin> bins = new ArrayList<>();
        for (int bin = 0; bin < BINS; bin++) {
            double many = Math.max(1, counts[bin]);
            bins.add(new Bin(
                    (double) bin / BINS, (bin + 1.0) / BINS, counts[bin], sums[bin] / many, rights[bin] / many));
        }
        return bins;
    }

    /** The expected calibration error over 15 bins (Guo et al. 2017, https://arxiv.org/abs/1706.04599); 0 where there are no answers. */
    public double expectedCalibrationError() {
        double sum = 0;
        for (Bin bin : bins()) {
            sum += bin.count() * Math.abs(bin.accuracy() - bin.confidence());
        }
        return scores.isEmpty() ? 0 : sum / scores.size();
    }

    private static int place(double score, int bins) {
        return Math.max(0, Math.min(bins - 1, (int) Math.ceil(score * bins) - 1));
    }

    /** The error, its bins, and how many right and wrong answers have which score. */
    public Map<String, Object> json() {
        long[] rights = new long[BARS];
        long[] wrongs = new long[BARS];
        for (int i = 0; i < scores.size(); i++) {
            (right.get(i) ? rights : wrongs)[place(scores.get(i), BARS)]++;
        }
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("ece", expectedCalibrationError());
        json.put("bins", bins().stream().map(Bin::json).toList());
        json.put("histogram", Map.of("right", list(rights), "wrong", list(wrongs)));
        json.put("abstention", abstention());
        return json;
    }

    private static List<Long> list(long[] values) {
        return Arrays.stream(values).boxed().toList();
    }

    /** What would be answered, and how well, if answers below a score were withheld. */
    private List<Map<String, Object>> abstention() {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (int tenth = 0; tenth < 10; tenth++) {
            double threshold = tenth / 10.0;
            long answered = scores.stream().filter(score -> score >= threshold).count();
            long rightOnes = 0;
            for (int i = 0; i < scores.size(); i++) {
                rightOnes += right.get(i) && scores.get(i) >= threshold ? 1 : 0;
            }
            Map<String, Object> row = new LinkedHashMap<>();
            row.put("threshold", threshold);
            row.put("answered", scores.isEmpty() ? 0.0 : (double) answered / scores.size());
            row.put("right", answered == 0 ? 0.0 : (double) rightOnes / answered);
            rows.add(row);
        }
        return rows;
    }
}
