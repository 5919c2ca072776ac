package io.postil.model.train;

import java.util.List;
import java.util.Map;

/** Trains a model: passes over the items, validates after each, and keeps the best. */
public final class Training {
    /** Points of the loss curve, if no epoch is left out. */
    private static final int POINTS = 200;

    private final TrainingPlan plan;
    private final TrainingListener listener;
    private final Snapshots snapshots;

    /** A training that cannot be resumed. */
    public Training(TrainingPlan plan, TrainingListener listener) {
        this(plan, listener, Snapshots.NONE);
    }

    /** A training that goes on from the last snapshot, if there is one. */
    public Training(TrainingPlan plan, TrainingListener listener, Snapshots snapshots) {
        this.plan = plan;
        this.listener = listener;
        this.snapshots = snapshots;
    }

    /**
     * Trains the learner; it ends with the weights of the epoch that scored best. Where the validation has no metrics, the loss decides.
     *
     * @param items at least one
     * @throws IllegalArgumentException if there are no items, or the validation does not have the plan's metric
     * @throws TrainingException if the loss is no longer a finite number
     */
    public TrainingResult run(Learner learner, List<? extends TrainingItem> items, Validation validation) {
        if (items.isEmpty()) {
            throw new IllegalArgumentException("no items to train on");
        }
        var batches = new EpochBatches(items, learner, plan.batchSize(), plan.seed());
        var schedule = new Schedule(plan, plan.epochs() * batches.count());
        Progress at = snapshots.resume(learner).orElse(Progress.START);
        listener.started(at.step(), schedule.steps());
        while (at.epoch() <= plan.epochs() && !at.history().isStale(plan.patience())) {
            List<List<TrainingItem>> epoch = batches.shuffled(at.epoch());
            for (List<TrainingItem> batch : epoch.subList(at.batch(), epoch.size())) {
                Stopwatch watch = Stopwatch.started();
                double loss = finite(learner.step(batch, schedule.rateAt(at.step())), at);
                at = at.stepped(loss, watch.seconds(), Math.max(1, schedule.steps() / POINTS));
                listener.stepped(at.step(), loss);
                snapshots.offer(learner, at);
            }
            Stopwatch watch = Stopwatch.started();
            Map<String, Double> metrics = validation.metrics(learner);
            at = at.judged(metrics, score(metrics, at), watch.seconds());
            if (at.isBest()) {
                learner.keep();
            }
            listener.epochEnded(at.history().epochs().get(at.epoch() - 2), at.isBest());
            snapshots.save(learner, at);
        }
        learner.restore();
        return new TrainingResult(at.step(), at.history());
    }

    private static double finite(double loss, Progress at) {
        if (!Double.isFinite(loss)) {
            throw new TrainingException("the loss of step " + (at.step() + 1) + " is " + loss
                    + " (expected a finite number; a lower learning rate or a longer warm-up helps)");
        }
        return loss;
    }

    private double score(Map<String, Double> metrics, Progress at) {
        if (metrics.isEmpty()) {
            return -at.lossSum() / at.batch();
        }
        Double score = metrics.get(plan.metric());
        if (score == null) {
            throw new IllegalArgumentException(
                    "training metric: " + plan.metric() + " (expected one of " + metrics.keySet() + ")");
        }
        return score;
    }
}
