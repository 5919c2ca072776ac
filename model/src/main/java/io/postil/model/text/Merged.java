package io.postil.model.text;

import java.util.Arrays;
import java.util.List;

/**
 * The logits of an input that was read in windows, put together: of a token's logits those count that were read with the most
 * context around it; those of whole windows are averaged, each window weighted by its tokens. Threading: one thread.
 */
public abstract sealed class Merged {

    /** Nothing is known yet. */
    public static Merged ofTokens(Encoded input, List<Window> windows) {
        return windows.size() == 1 ? new Whole() : new BestContext(input.size());
    }

    /** Nothing is known yet. */
    public static Merged ofInputs(List<Window> windows) {
        return windows.size() == 1
                ? new Whole()
                : new Mean(windows.stream().mapToInt(Window::size).sum());
    }

    /** Takes what was read in one window. */
    public abstract void add(Window window, Logits logits);

    /** All together, once every window was added. */
    public abstract Logits logits();

    private static final class Whole extends Merged {
        private Logits only;

        @Override
        public void add(Window window, Logits logits) {
            only = logits;
        }

        @Override
        public Logits logits() {
            return only;
        }
    }

    private static final class Mean extends Merged {
        private final double tokens;
        private double[] sums;

        Mean(int tokens) {
            this.tokens = tokens;
        }

        @Override
        public void add(Window window, Logits logits) {
            sums = sums == null ? new double[logits.labels()] : sums;
            for (int label = 0; label < sums.length; label++) {
                sums[label] += window.size() / tokens * logits.at(0, label);
            }
        }

        @Override
        public Logits logits() {
            float[] means = new float[sums.length];
            for (int label = 0; label < means.length; label++) {
                means[label] = (float) sums[label];
            }
            return Logits.of(means, means.length);
        }
    }

    private static final class BestContext extends Merged {
        private final int[] context;
        private float[] values;
        private int labels;

        BestContext(int tokens) {
            this.context = new int[tokens];
            Arrays.fill(context, -1);
        }

        @Override
        public void add(Window window, Logits logits) {
            labels = logits.labels();
            values = values == null ? new float[Math.multiplyExact(context.length, labels)] : values;
            for (int place = 0; place < window.size(); place++) {
                int token = window.token(place);
                if (window.context(place) > context[token]) {
                    context[token] = window.context(place);
                    for (int label = 0; label < labels; label++) {
                        values[token * labels + label] = logits.at(place, label);
                    }
                }
            }
        }

        @Override
        public Logits logits() {
            return Logits.of(values, labels);
        }
    }
}
