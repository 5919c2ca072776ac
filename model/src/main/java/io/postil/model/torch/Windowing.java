package io.postil.model.torch;

import com.fasterxml.jackson.databind.JsonNode;
import io.postil.model.CheckpointException;
import io.postil.model.checkpoint.Checkpoint;
import io.postil.model.checkpoint.JsonFile;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * How long texts are read.
 *
 * @param size tokens that the model reads at once, special ones included
 * @param overlap tokens that neighbouring windows share (what the tokenizers library calls stride)
 */
record Windowing(int size, int overlap) {
    private static final int USUAL = 256;

    /** As postil.json says in {@code window} and {@code stride}; else 256 tokens, a quarter of them shared. */
    static Windowing of(Checkpoint checkpoint) {
        Path file = checkpoint.folder().resolve("postil.json");
        JsonNode notes = Files.exists(file) ? JsonFile.read(file) : JsonFile.object();
        int longest = checkpoint.config().encoder().maxTokens();
        int size = notes.path("window").asInt(Math.min(USUAL, longest));
        int overlap = notes.path("stride").asInt(size / 4);
        if (size < 8 || size > longest || overlap < 0 || overlap > size / 2) {
            throw new CheckpointException(file + ": window " + size + ", stride " + overlap
                    + " (expected a window from 8 to " + longest + " and a stride of at most half of it)");
        }
        return new Windowing(size, overlap);
    }
}
