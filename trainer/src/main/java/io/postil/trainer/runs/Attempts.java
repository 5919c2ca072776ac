package io.postil.trainer.runs;

import io.postil.model.store.StoredCheckpoint;
import io.postil.trainer.parts.Task;

/** Makes challengers: trains one beside the champion and compares the two. */
public interface Attempts {

    /**
     * Takes minutes.
     *
     * @throws RunFailedException if no challenger came of it, such as where the loss is no number, or after {@link #stop}
     */
    Attempt make(Task task, StoredCheckpoint champion, RunData data);

    /** Has what is being made, and all that would be made later, fail soon. Called by another thread. */
    void stop();
}
