package io.postil.model.text;

import java.util.Arrays;

/** Rows of logits in one array, a number for each label: one row for a whole input, or one for each token. */
public final class Logits {
    private final float[] values;
    private final int begin;
    private final int rows;
    private final int labels;

    /** Looks into an array that holds the rows from {@code begin} on, one after the other. */
    public Logits(float[] values, int begin, int rows, int labels) {
        if (labels < 1 || begin < 0 || begin + (long) rows * labels > values.length) {
            throw new IllegalArgumentException(
                    "%s rows of %s from %s of %s".formatted(rows, labels, begin, values.length));
        }
        this.values = values;
        this.begin = begin;
        this.rows = rows;
        this.labels = labels;
    }

    /** All that is in an array. */
    public static Logits of(float[] values, int labels) {
        return new Logits(values, 0, values.length / labels, labels);
    }

    public int rows() {
        return rows;
    }

    public int labels() {
        return labels;
    }

    public float at(int row, int label) {
        return values[begin + row * labels + label];
    }

    /** A copy of one row. */
    public float[] row(int row) {
        int from = begin + row * labels;
        return Arrays.copyOfRange(values, from, from + labels);
    }

    /** Writes the logarithms of a row's probabilities (softmax) into an array. */
    public void logProbabilities(int row, double[] into, int at) {
        double largest = Double.NEGATIVE_INFINITY;
        for (int label = 0; label < labels; label++) {
            largest = Math.max(largest, at(row, label));
        }
        double sum = 0;
        for (int label = 0; label < labels; label++) {
            sum += Math.exp(at(row, label) - largest);
        }
        double logarithm = Math.log(sum);
        for (int label = 0; label < labels; label++) {
            into[at + label] = at(row, label) - largest - logarithm;
        }
    }

    /** The logarithms of a row's probabilities. */
    public double[] logProbabilities(int row) {
        double[] logarithms = new double[labels];
        logProbabilities(row, logarithms, 0);
        return logarithms;
    }

    /** Divides each by a temperature. */
    public Logits cooled(double temperature) {
        if (temperature == 1) {
            return this;
        }
        float[] cooled = Arrays.copyOfRange(values, begin, begin + rows * labels);
        for (int i = 0; i < cooled.length; i++) {
            cooled[i] /= (float) temperature;
        }
        return of(cooled, labels);
    }
}
