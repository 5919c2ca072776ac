package io.postil.model.train;

import java.util.Map;

/**
 * How a {@link Learner} learns. The optimiser is AdamW (betas 0.9 and 0.999, epsilon 1e-8); weight decay spares what has one dimension:
 * biases and normalisations.
 *
 * @param seed of new weights and of dropout: the same seed and the same batches give the same weights
 * @param start where weights come from that the checkpoint has
 * @param weightDecay decoupled, as a factor of the learning rate
 * @param gradientNorm the norm that gradients are scaled down to where theirs is larger
 * @param labelWeights weight of a label in the loss; 1 where not named
 * @param labelSmoothing the share of each target that is spread over all labels, 0 to 1
 * @param alignment which tokens of a word learn its label
 * @param longest tokens of a training item, special ones included; the rest of a longer one is not learned from
 * @param itemsAtOnce the most items of one native call; the gradients of a larger batch are added up over several, so that it costs no
 *     more memory and gives the same step, dropout aside
 */
public record LearnerOptions(
        Fitting fitting,
        long seed,
        Start start,
        double weightDecay,
        double gradientNorm,
        Map<String, Double> labelWeights,
        double labelSmoothing,
        Alignment alignment,
        int longest,
        int itemsAtOnce) {

    /** Where weights come from that the checkpoint has. */
    public enum Start {
        /** The checkpoint. */
        PRETRAINED,
        /** Chance: only the architecture is the checkpoint's. */
        RANDOM
    }

    /** Which tokens of a word learn its label. */
    public enum Alignment {
        /** The first; the others are not judged. */
        FIRST,
        /** All of them: after a first token with B- come tokens with I-. */
        CONTINUED,
        /** All of them, each the same. */
        REPEATED
    }

    public LearnerOptions {
        require(weightDecay >= 0, "weight decay", weightDecay, "from 0");
        require(gradientNorm > 0, "gradient norm", gradientNorm, "above 0");
        require(labelSmoothing >= 0 && labelSmoothing < 1, "label smoothing", labelSmoothing, "from 0 below 1");
        require(longest >= 8, "longest", longest, "from 8");
        require(itemsAtOnce >= 1, "items at once", itemsAtOnce, "from 1");
        if (start == Start.RANDOM && !(fitting instanceof Fitting.Full)) {
            throw new IllegalArgumentException("random weights: only where all of them are trained");
        }
        labelWeights.forEach((label, weight) ->
                require(weight >= 0 && Double.isFinite(weight), "weight of label " + label, weight, "from 0"));
        labelWeights = Map.copyOf(labelWeights);
    }

    private static void require(boolean holds, String name, Object value, String expected) {
        if (!holds) {
            throw new IllegalArgumentException(name + ": " + value + " (expected a number " + expected + ")");
        }
    }

    /** Weight decay 0.01, gradients clipped at 1, no label weights or smoothing, 128 tokens, 32 items at once. */
    public static LearnerOptions of(Fitting fitting, long seed) {
        return new LearnerOptions(fitting, seed, Start.PRETRAINED, 0.01, 1, Map.of(), 0, Alignment.FIRST, 128, 32);
    }

    /** With another loss. */
    public LearnerOptions weighing(Map<String, Double> weights, double smoothing) {
        return new LearnerOptions(
                fitting, seed, start, weightDecay, gradientNorm, weights, smoothing, alignment, longest, itemsAtOnce);
    }

    /** With at most so many items in one native call. */
    public LearnerOptions inPartsOf(int items) {
        return new LearnerOptions(
                fitting,
                seed,
                start,
                weightDecay,
                gradientNorm,
                labelWeights,
                labelSmoothing,
                alignment,
                longest,
                items);
    }
}
