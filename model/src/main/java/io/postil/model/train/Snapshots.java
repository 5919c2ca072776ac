package io.postil.model.train;

import java.util.Optional;

/** Keeps the state of a training, so that one that was cut off goes on where it was. Threading: one thread. */
public sealed interface Snapshots permits SnapshotFolder, Snapshots.None {
    /** Keeps nothing: a training that is cut off begins anew. */
    Snapshots NONE = new None();

    /** Puts the learner into the last state that was kept and says where that was; empty where there is none. */
    Optional<Progress> resume(Learner learner);

    /** Keeps the state if it is time to. */
    void offer(Learner learner, Progress at);

    /** Keeps the state. */
    void save(Learner learner, Progress at);

    /** Keeps nothing. */
    record None() implements Snapshots {
        @Override
        public Optional<Progress> resume(Learner learner) {
            return Optional.empty();
        }

        @Override
        public void offer(Learner learner, Progress at) {}

        @Override
        public void save(Learner learner, Progress at) {}
    }
}
