package io.postil.model.train;

import io.postil.model.train.TrainingHistory.Epoch;
import io.postil.model.train.TrainingHistory.Loss;
import java.util.Map;

/**
 * Where a training has got to. With the learner's state this is all that it needs to go on.
 *
 * @param batch batches of the running epoch that were stepped on
 * @param step steps since the beginning
 * @param lossSum over the running epoch
 * @param pointSum over the steps since the last point of the history
 * @param seconds of the running epoch until now
 */
public record Progress(int batch, int step, double lossSum, double pointSum, double seconds, TrainingHistory history) {
    static final Progress START = new Progress(0, 0, 0, 0, 0, TrainingHistory.NONE);

    /** The running epoch, counted from 1. */
    int epoch() {
        return history.epochs().size() + 1;
    }

    /** After one more step; the history gets a point every so many steps. */
    Progress stepped(double loss, double took, int stepsPerPoint) {
        double sum = pointSum + loss;
        boolean point = (step + 1) % stepsPerPoint == 0;
        return new Progress(
                batch + 1,
                step + 1,
                lossSum + loss,
                point ? 0 : sum,
                seconds + took,
                point ? history.with(new Loss(step + 1, sum / stepsPerPoint)) : history);
    }

    /** After the end of the epoch. */
    Progress judged(Map<String, Double> metrics, double score, double took) {
        Epoch ended = new Epoch(epoch(), step, lossSum / batch, score, metrics, seconds + took);
        return new Progress(0, step, 0, pointSum, 0, history.with(ended));
    }

    /** Whether the epoch that ended last is the best so far. */
    boolean isBest() {
        return history.best().map(best -> best.epoch() == epoch() - 1).orElse(false);
    }
}
