package io.postil.model.train;

/** Hears how training goes, on its thread. One that throws ends the training. */
public interface TrainingListener {
    /** Hears nothing. */
    TrainingListener NONE = new TrainingListener() {};

    /**
     * Training starts, or goes on.
     *
     * @param done steps that were made before it was cut off; 0 at the beginning
     * @param steps in all; fewer are made if it stops early
     */
    default void started(int done, int steps) {}

    /** A step was made, counted from 1. */
    default void stepped(int step, double loss) {}

    /**
     * An epoch has ended.
     *
     * @param best whether it is the best so far
     */
    default void epochEnded(TrainingHistory.Epoch epoch, boolean best) {}
}
