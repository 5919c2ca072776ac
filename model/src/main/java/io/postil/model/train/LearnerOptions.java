package io.postil.model.train;

import java.util.Map;

/**
 * How a {@link Learner} learns. The optimiser is AdamW (betas 0.9 and 0.999, epsilon 1e-8); weight decay spares biases and layer
 * normalisation.
 *
 * @param seed of new weights and of dropout: the same seed and the same batches give the same weights
 * @param weightDecay decoupled, as a factor of the learning rate
 * @param gradientNorm the norm that gradients are scaled down to where theirs is larger
 * @param labelWeights weight of a label in the loss; 1 where not named
 * @param longest tokens of a training item, special ones included; the rest of a longer one is not learned from
 */
public record LearnerOptions(
        Fitting fitting,
        long seed,
        double weightDecay,
        double gradientNorm,
        Map<String, Double> labelWeights,
        int longest) {

    public LearnerOptions {
        if (weightDecay < 0 || !(gradientNorm > 0) || longest < 8) {
            throw new IllegalArgumentException("weight decay " + weightDecay + ", gradient norm " + gradientNorm
                    + ", longest " + longest + " (expected weight decay from 0, norm above 0, longest from 8)");
        }
        labelWeights = Map.copyOf(labelWeights);
    }

    /** Weight decay 0.01, gradients clipped at 1, no label weights, 128 tokens. */
    public static LearnerOptions of(Fitting fitting, long seed) {
        return new LearnerOptions(fitting, seed, 0.01, 1, Map.of(), 128);
    }
}
