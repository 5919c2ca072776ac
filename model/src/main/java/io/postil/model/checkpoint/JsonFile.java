package io.postil.model.checkpoint;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.postil.model.CheckpointException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads and writes the JSON objects of a checkpoint folder. */
public final class JsonFile {
    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    private JsonFile() {}

    /**
     * Reads a file.
     *
     * @throws CheckpointException if it is not there or holds no JSON object
     */
    public static ObjectNode read(Path file) {
        try (var in = Files.newInputStream(file)) {
            JsonNode node = JSON.readTree(in);
            if (node instanceof ObjectNode object) {
                return object;
            }
            throw new CheckpointException(file + ": expected a JSON object");
        } catch (IOException e) {
            throw new CheckpointException(
                    file + ": cannot be read as JSON: " + e.getClass().getSimpleName(), e);
        }
    }

    /**
     * Writes a file, indented.
     *
     * @throws CheckpointException if it cannot be written
     */
    public static void write(Path file, JsonNode node) {
        try {
            Files.writeString(file, JSON.writeValueAsString(node) + "\n");
        } catch (IOException e) {
            throw new CheckpointException(file + ": cannot be written", e);
        }
    }

    /** An empty object to fill. */
    public static ObjectNode object() {
        return JSON.createObjectNode();
    }
}
