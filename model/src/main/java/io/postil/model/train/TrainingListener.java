package io.postil.model.train;

import java.util.Map;

/** Hears how training goes, on its thread. One that throws ends the training. */
public interface TrainingListener {
    /** Hears nothing. */
    TrainingListener NONE = new TrainingListener() {};

    /** Training starts; fewer steps are made if it stops early. */
    default void started(int steps) {}

    /** A step was made, counted from 1. */
    default void stepped(int step, double loss) {}

    /**
     * An epoch has ended, counted from 1.
     *
     * @param metrics on validation; none where it has none
     * @param best whether it is the best so far
     */
    default void epochEnded(int epoch, double meanLoss, Map<String, Double> metrics, boolean best) {}
}
