package io.postil.privacy.leaks;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;

/**
 * The percentile bootstrap (Efron and Tibshirani, An Introduction to the Bootstrap, chapter 13) over texts, which are drawn again with
 * replacement since spans of one text are not independent. The same seed gives the same bounds.
 */
record Bootstrap(int samples, long seed) {
    static final Bootstrap STANDARD = new Bootstrap(500, 1);
    private static final double TAIL = 0.025;

    /** The bounds of the middle 95 %. */
    double[] interval(List<Counts> texts, ToDoubleFunction<Counts> measure) {
        if (texts.isEmpty()) {
            return new double[] {0, 0};
        }
        var random = new SplittableRandom(seed);
        var measured = new double[samples];
        for (int i = 0; i < samples; i++) {
            var sum = new Sum();
            for (int j = 0; j < texts.size(); j++) {
                sum.add(texts.get(random.nextInt(texts.size())));
            }
            measured[i] = measure.applyAsDouble(sum.counts());
        }
        Arrays.sort(measured);
        return new double[] {measured[(int) (samples * TAIL)], measured[samples - 1 - (int) (samples * TAIL)]};
    }

    /** A sum that is made in place, since there are many to make. */
    private static final class Sum {
        private final long[] sums = new long[11];

        void add(Counts counts) {
            sums[0] += counts.personal();
            sums[1] += counts.leaked();
            sums[2] += counts.harmless();
            sums[3] += counts.overMasked();
            sums[4] += counts.texts();
            sums[5] += counts.leakedTexts();
            sums[6] += counts.known();
            sums[7] += counts.masks();
            sums[8] += counts.strict();
            sums[9] += counts.partialKnown();
            sums[10] += counts.partialMasks();
        }

        Counts counts() {
            return new Counts(
                    sums[0], sums[1], sums[2], sums[3], sums[4], sums[5], sums[6], sums[7], sums[8], sums[9], sums[10]);
        }
    }
}
