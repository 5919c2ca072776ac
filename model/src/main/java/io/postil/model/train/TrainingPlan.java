package io.postil.model.train;

/**
 * How a model is trained.
 *
 * @param epochs the most passes over the items
 * @param learningRate the highest, reached when the warm-up ends
 * @param warmUpShare the share of all steps over which the rate rises to it, 0 to 1
 * @param patience passes without a better score after which training stops
 * @param metric by which the best epoch is told, as the validation names it
 * @param seed of the order of items; the same seed gives the same order
 */
public record TrainingPlan(
        int epochs,
        int batchSize,
        double learningRate,
        double warmUpShare,
        Decay decay,
        int patience,
        String metric,
        long seed) {

    /** What becomes of the learning rate after the warm-up. */
    public enum Decay {
        /** Falls to 0 in a line. */
        LINEAR,
        /** Falls to 0 along half a cosine. */
        COSINE,
        /** Stays. */
        CONSTANT
    }

    public TrainingPlan {
        require(epochs > 0, "epochs", epochs);
        require(batchSize > 0, "batch size", batchSize);
        require(learningRate > 0 && learningRate < 1, "learning rate", learningRate);
        require(warmUpShare >= 0 && warmUpShare <= 1, "warm-up share", warmUpShare);
        require(patience > 0, "patience", patience);
    }

    private static void require(boolean holds, String name, Object value) {
        if (!holds) {
            throw new IllegalArgumentException("training " + name + ": " + value + " is out of range");
        }
    }
}
