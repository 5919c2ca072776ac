package io.postil.trainer.challenge;

import io.postil.model.gate.GateRules;
import io.postil.model.train.TrainingPlan.Decay;

/**
 * How runs learn.
 *
 * @param epochs the most passes over the items
 * @param learningRate the highest
 * @param patience passes without a better score after which training stops
 * @param replay the most old items beside the corrections
 * @param share of the corrections among all items, reached by repeating them
 * @param repeats the most that one correction is repeated
 * @param seed of the order and of the choice of old items
 */
public record LearningSettings(
        int epochs,
        int batchSize,
        double learningRate,
        double warmUpShare,
        Decay decay,
        int patience,
        int replay,
        double share,
        int repeats,
        long seed,
        GateRules gate) {

    /** Enough for sixty corrections of one kind, and gentle to what was known: see docs/decisions/one-transaction-per-run.md. */
    public static LearningSettings usual() {
        return new LearningSettings(3, 16, 4e-4, 0.1, Decay.LINEAR, 2, 2_500, 0.12, 8, 1, GateRules.usual());
    }
}
