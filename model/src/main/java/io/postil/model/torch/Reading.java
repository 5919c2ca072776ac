package io.postil.model.torch;

import io.postil.model.CheckpointException;
import io.postil.model.Numeric;
import io.postil.model.checkpoint.Checkpoint;
import io.postil.model.store.CheckpointNotes;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * How a model is read, which the notes in its folder may say.
 *
 * @param window tokens that the model reads at once, special ones included
 * @param overlap tokens that neighbouring windows share
 * @param temperature what logits are divided by
 * @param thresholds the least score of an entity by its type, below which it is left out; of a whole input's label, below which the
 *     answer abstains
 * @param numeric what it computes with where the process leaves that open
 */
record Reading(int window, int overlap, double temperature, Map<String, Double> thresholds, Numeric numeric) {
    /** What the encoders that are not made for long texts read at once: up to it, answers are those of a library that has no windows. */
    private static final int USUAL = 512;

    private static final int LEAST = 8;

    Reading {
        thresholds = Map.copyOf(thresholds);
    }

    /** As the notes say; without notes windows of 512 tokens, or as many as the model takes, a quarter of them shared. */
    static Reading of(Checkpoint checkpoint) {
        int longest = checkpoint.config().encoder().maxTokens();
        Optional<CheckpointNotes> notes = CheckpointNotes.read(checkpoint.folder());
        if (notes.isEmpty()) {
            int window = Math.min(USUAL, longest);
            return new Reading(window, window / 4, 1, Map.of(), Numeric.AUTO);
        }
        return of(notes.get(), checkpoint.folder().resolve(CheckpointNotes.FILE), longest);
    }

    private static Reading of(CheckpointNotes notes, Path file, int longest) {
        if (notes.window() < LEAST || notes.window() > longest) {
            throw new CheckpointException(
                    file + ": window: " + notes.window() + " (expected " + LEAST + " to the model's " + longest + ")");
        }
        Numeric numeric = Numeric.of(notes.numericMode());
        return new Reading(notes.window(), notes.stride(), notes.temperature(), notes.thresholds(), numeric);
    }
}
