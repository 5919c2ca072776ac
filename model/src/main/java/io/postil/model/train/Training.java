package io.postil.model.train;

import java.util.List;
import java.util.Map;

/** Trains a model: passes over the items, validates after each, and keeps the best. */
public final class Training {
    private final TrainingPlan plan;
    private final TrainingListener listener;

    public Training(TrainingPlan plan, TrainingListener listener) {
        this.plan = plan;
        this.listener = listener;
    }

    /**
     * Trains the learner; it ends with the weights of the epoch that scored best. Where the validation has no metrics, the loss decides.
     *
     * @param items at least one
     * @throws IllegalArgumentException if there are no items, or the validation does not have the plan's metric
     */
    public TrainingResult run(Learner learner, List<? extends TrainingItem> items, Validation validation) {
        if (items.isEmpty()) {
            throw new IllegalArgumentException("no items to train on");
        }
        var batches = new EpochBatches(List.copyOf(items), plan.batchSize(), plan.seed());
        var schedule = new Schedule(plan, plan.epochs() * batches.count());
        var stopping = new EarlyStopping(plan.patience());
        var result = new TrainingResult(0, 0, 0, Map.of());
        int step = 0;
        listener.started(schedule.steps());
        for (int epoch = 1; epoch <= plan.epochs() && !stopping.reached(); epoch++) {
            double lossSum = 0;
            for (List<TrainingItem> batch : batches.shuffled(epoch)) {
                double loss = learner.step(batch, schedule.rateAt(step));
                listener.stepped(++step, loss);
                lossSum += loss;
            }
            Map<String, Double> metrics = validation.metrics(learner);
            boolean best = stopping.isBest(score(metrics, lossSum));
            if (best) {
                learner.keep();
            }
            result = new TrainingResult(
                    epoch, step, best ? epoch : result.bestEpoch(), best ? metrics : result.metrics());
            listener.epochEnded(epoch, lossSum / batches.count(), metrics, best);
        }
        learner.restore();
        return result;
    }

    private double score(Map<String, Double> metrics, double lossSum) {
        if (metrics.isEmpty()) {
            return -lossSum;
        }
        Double score = metrics.get(plan.metric());
        if (score == null) {
            throw new IllegalArgumentException(
                    "training metric: " + plan.metric() + " (expected one of " + metrics.keySet() + ")");
        }
        return score;
    }
}
