package io.postil.trainer.challenge;

import io.postil.model.train.Learner;
import java.nio.file.Path;

/** Opens checkpoints for training. */
@FunctionalInterface
public interface Learners {

    /**
     * Goes on from a checkpoint: its adapter, its head, its labels.
     *
     * @throws io.postil.model.CheckpointException if it cannot be opened, naming file and reason
     */
    Learner resume(Path folder);
}
