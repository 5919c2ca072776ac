package io.postil.trainer.runs;

import io.postil.schemas.Checkpoint;
import io.postil.schemas.Receipt;
import io.postil.schemas.Rollout;
import java.util.List;
import java.util.Optional;

/** What is written in one transaction at the end of a run. */
record Publication(Checkpoint checkpoint, Optional<Rollout> rollout, List<Receipt> receipts) {

    Publication {
        receipts = List.copyOf(receipts);
    }

    /** The key of a checkpoint: task, a slash, version. */
    static String key(Checkpoint checkpoint) {
        return checkpoint.getTask() + "/" + checkpoint.getVersion();
    }
}
