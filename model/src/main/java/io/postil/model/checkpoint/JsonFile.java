package io.postil.model.checkpoint;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.postil.model.CheckpointException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Reads and writes the JSON objects of a checkpoint folder. */
public final class JsonFile {
    /** Tokenizers of the largest vocabularies take some thirty million bytes. */
    private static final long LARGEST_TOKENIZER = 200_000_000;

    private static final long LARGEST = 30_000_000;

    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private JsonFile() {}

    /**
     * Reads a file.
     *
     * @throws CheckpointException if it is not there, is very large, or is not one JSON object without a key given twice
     */
    public static ObjectNode read(Path file) {
        checkSize(file);
        try (var in = Files.newInputStream(file)) {
            JsonNode node = JSON.readTree(in);
            if (node instanceof ObjectNode object) {
                return object;
            }
            throw new CheckpointException(file + ": expected a JSON object");
        } catch (IOException e) {
            throw new CheckpointException(file + ": cannot be read as JSON: " + reason(e), e);
        }
    }

    private static void checkSize(Path file) {
        try {
            long largest = file.endsWith("tokenizer.json") ? LARGEST_TOKENIZER : LARGEST;
            if (Files.size(file) > largest) {
                throw new CheckpointException(
                        file + ": has " + Files.size(file) + " bytes, expected JSON of at most " + largest);
            }
        } catch (IOException e) {
            throw new CheckpointException(file + ": cannot be read as JSON: " + reason(e), e);
        }
    }

    private static String reason(IOException e) {
        if (e instanceof JsonProcessingException json) {
            return json.getOriginalMessage() + place(json.getLocation());
        }
        return e instanceof NoSuchFileException ? "no such file" : e.getClass().getSimpleName();
    }

    /** JSON beyond any sense has no place. */
    private static String place(JsonLocation location) {
        return location == null ? "" : " (line " + location.getLineNr() + ", column " + location.getColumnNr() + ")";
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
