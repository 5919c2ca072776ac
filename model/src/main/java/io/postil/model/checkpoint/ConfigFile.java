package io.postil.model.checkpoint;

import com.fasterxml.jackson.databind.JsonNode;
import io.postil.model.CheckpointException;
import io.postil.model.Head;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/** Reads config.json. What it asks for and this library does not do is refused by name, never passed over. */
public final class ConfigFile {

    private ConfigFile() {}

    /**
     * Reads the file.
     *
     * @throws CheckpointException naming the file, the key, its value, and what is supported
     */
    public static ModelConfig read(Path file) {
        ConfigKeys config = new ConfigKeys(file, JsonFile.read(file));
        Family family = Family.of(config);
        Encoder encoder = family.encoder(config);
        Optional<Head> head = family.head(config);
        List<String> labels = head.isPresent() ? labels(config) : List.of();
        return new ModelConfig(encoder, head, labels, config.positive("initializer_range", 0.02), config.json());
    }

    private static List<String> labels(ConfigKeys config) {
        JsonNode byId = config.json().path("id2label");
        if (config.has("id2label") && !byId.isObject()) {
            throw config.wrong("id2label", "an object of labels by number");
        }
        List<String> labels = new ArrayList<>();
        int count = byId.isObject() ? byId.size() : config.whole("num_labels", 2, 1, 1 << 20);
        for (int id = 0; id < count; id++) {
            JsonNode label = byId.path(Integer.toString(id));
            if (byId.isObject() && !label.isTextual()) {
                throw new CheckpointException(config.file() + ": id2label has no label " + id);
            }
            labels.add(label.asText("LABEL_" + id));
        }
        if (labels.isEmpty() || new HashSet<>(labels).size() != labels.size()) {
            throw new CheckpointException(config.file() + ": id2label: " + labels + ", expected different labels");
        }
        return labels;
    }
}
