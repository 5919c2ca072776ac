package io.postil.model.torch;

import io.postil.model.checkpoint.Shape;
import java.util.Arrays;
import java.util.Random;

/** Weights that a checkpoint does not have yet. A tensor's values depend on the seed and its name alone. */
record NewWeights(long seed, double initializerRange) {

    /** As transformers begins a layer: weights normal around 0, biases 0, the factors of normalisations 1. */
    float[] initial(String name, Shape shape) {
        float[] values = new float[(int) shape.count()];
        if (!name.endsWith(".weight")) {
            return values;
        }
        if (shape.rank() == 1) {
            Arrays.fill(values, 1);
            return values;
        }
        Random random = random(name);
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) (random.nextGaussian() * initializerRange);
        }
        return values;
    }

    /** As PEFT begins a low-rank part's first factor: uniform within 1 / sqrt(in). The second begins at 0. */
    float[] down(String name, Shape shape) {
        double bound = 1 / Math.sqrt(shape.size(1));
        float[] values = new float[(int) shape.count()];
        Random random = random(name);
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) ((2 * random.nextDouble() - 1) * bound);
        }
        return values;
    }

    private Random random(String name) {
        return new Random(seed * 31 + name.hashCode());
    }
}
