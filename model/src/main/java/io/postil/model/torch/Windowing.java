package io.postil.model.torch;

import io.postil.model.CheckpointException;
import io.postil.model.checkpoint.Checkpoint;
import io.postil.model.store.CheckpointNotes;
import java.util.Optional;

/**
 * How long texts are read.
 *
 * @param size tokens that the model reads at once, special ones included
 * @param overlap tokens that neighbouring windows share
 */
record Windowing(int size, int overlap) {
    private static final int USUAL = 256;
    private static final int LEAST = 8;

    /** As the folder's notes say; without notes 256 tokens or as many as the model takes, a quarter of them shared. */
    static Windowing of(Checkpoint checkpoint) {
        int longest = checkpoint.config().encoder().maxTokens();
        Optional<CheckpointNotes> notes = CheckpointNotes.read(checkpoint.folder());
        int size = notes.map(CheckpointNotes::window).orElse(Math.min(USUAL, longest));
        int overlap = notes.map(CheckpointNotes::stride).orElse(size / 4);
        if (size < LEAST || size > longest) {
            throw new CheckpointException(checkpoint.folder().resolve(CheckpointNotes.FILE) + ": window: " + size
                    + " (expected " + LEAST + " to the model's " + longest + ")");
        }
        return new Windowing(size, overlap);
    }
}
