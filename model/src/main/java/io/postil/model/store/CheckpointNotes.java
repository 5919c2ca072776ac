package io.postil.model.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.postil.model.CheckpointException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What {@code postil.json} in a checkpoint folder says beside Hugging Face's files.
 *
 * @param window tokens read at once, special tokens included
 * @param stride tokens that two neighbouring windows share
 * @param thresholds per label or entity type, the least score at which it is answered, 0 to 1; one that is not named has none
 * @param temperature what logits are divided by before the softmax
 * @param numericMode auto, fp32, bf16, fp16 or int8
 * @param parent the version that training started from, if any
 * @param dataDigest SHA-256 of the training data, if known
 * @param evaluation metric to value, on held-out data
 */
public record CheckpointNotes(
        String task,
        int window,
        int stride,
        Map<String, Double> thresholds,
        double temperature,
        String numericMode,
        Optional<String> parent,
        Optional<String> dataDigest,
        Map<String, Double> evaluation) {
    public static final String FILE = "postil.json";

    public CheckpointNotes {
        require(window > 0, "window", window);
        require(stride >= 0 && stride < window, "stride", stride);
        require(temperature > 0 && Double.isFinite(temperature), "temperature", temperature);
        require(numericMode.matches("auto|fp32|bf16|fp16|int8"), "numeric_mode", numericMode);
        thresholds = Collections.unmodifiableMap(new TreeMap<>(thresholds));
        evaluation = Collections.unmodifiableMap(new TreeMap<>(evaluation));
    }

    /** Notes with no thresholds, temperature 1, mode auto, nothing evaluated. */
    public static CheckpointNotes of(String task, int window, int stride) {
        return new CheckpointNotes(
                task, window, stride, Map.of(), 1, "auto", Optional.empty(), Optional.empty(), Map.of());
    }

    /**
     * The notes of a folder; none where it has no {@code postil.json}, as a folder fresh from a hub.
     *
     * @throws CheckpointException if the file cannot be read, naming what is wrong in it
     */
    public static Optional<CheckpointNotes> read(Path folder) {
        Path file = folder.resolve(FILE);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(of(Json.MAPPER.readTree(Files.readAllBytes(file))));
        } catch (JsonProcessingException e) {
            throw new CheckpointException(file + ": not JSON: " + e.getOriginalMessage(), e);
        } catch (IllegalArgumentException e) {
            throw new CheckpointException(file + ": " + e.getMessage(), e);
        } catch (IOException e) {
            throw new CheckpointException("cannot read " + file, e);
        }
    }

    public void write(Path folder) throws IOException {
        ObjectNode root = Json.MAPPER.createObjectNode();
        root.put("task", task).put("window", window).put("stride", stride);
        thresholds.forEach(root.putObject("thresholds")::put);
        root.put("temperature", temperature).put("numeric_mode", numericMode);
        parent.ifPresent(value -> root.put("parent", value));
        dataDigest.ifPresent(value -> root.put("data_digest", value));
        evaluation.forEach(root.putObject("evaluation")::put);
        Files.write(folder.resolve(FILE), Json.bytes(root));
    }

    private static CheckpointNotes of(JsonNode root) {
        return new CheckpointNotes(
                root.required("task").asText(),
                root.required("window").asInt(),
                root.required("stride").asInt(),
                numbers(root.path("thresholds")),
                root.path("temperature").asDouble(1),
                root.path("numeric_mode").asText("auto"),
                text(root.path("parent")),
                text(root.path("data_digest")),
                numbers(root.path("evaluation")));
    }

    private static Map<String, Double> numbers(JsonNode node) {
        Map<String, Double> numbers = new TreeMap<>();
        node.properties()
                .forEach(field -> numbers.put(field.getKey(), field.getValue().asDouble()));
        return numbers;
    }

    private static Optional<String> text(JsonNode node) {
        return node.isTextual() ? Optional.of(node.asText()) : Optional.empty();
    }

    private static void require(boolean holds, String name, Object value) {
        if (!holds) {
            throw new IllegalArgumentException(name + ": " + value + " is out of range");
        }
    }
}
