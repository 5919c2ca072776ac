package io.postil.model.checkpoint;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.postil.model.CheckpointException;
import io.postil.model.Head;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/** Reads config.json. What it asks for and this library does not do is refused by name, never passed over. */
public final class ConfigFile {
    private final Path file;
    private final ObjectNode json;

    ConfigFile(Path file, ObjectNode json) {
        this.file = file;
        this.json = json;
    }

    /**
     * Reads the file.
     *
     * @throws CheckpointException naming the file, the key, its value, and what is supported
     */
    public static ModelConfig read(Path file) {
        return new ConfigFile(file, JsonFile.read(file)).parse();
    }

    private ModelConfig parse() {
        Encoder encoder =
                switch (text("model_type", "")) {
                    case "bert" -> new BertKeys(this).read();
                    default -> throw unsupported("model_type", "bert");
                };
        Optional<Head> head = head();
        List<String> labels = head.isPresent() ? labels() : List.of();
        double dropout =
                json.path("classifier_dropout").isNumber() ? fraction("classifier_dropout", 0) : encoder.dropout();
        return new ModelConfig(encoder, head, labels, dropout, positive("initializer_range", 0.02), json);
    }

    private Optional<Head> head() {
        JsonNode architectures = json.path("architectures");
        String name = architectures.path(0).asText("BertModel");
        if (architectures.size() > 1) {
            throw unsupported("architectures", "one of them");
        }
        return switch (name) {
            case "BertForSequenceClassification" -> {
                require("problem_type", "single_label_classification");
                yield Optional.of(Head.SEQUENCE);
            }
            case "BertForTokenClassification" -> Optional.of(Head.TOKENS);
            case "BertModel", "BertForMaskedLM", "BertForPreTraining" -> Optional.empty();
            default ->
                throw unsupported(
                        "architectures", "BertForSequenceClassification, BertForTokenClassification or BertModel");
        };
    }

    private List<String> labels() {
        JsonNode byId = json.path("id2label");
        List<String> labels = new ArrayList<>();
        int count = byId.isObject() ? byId.size() : count("num_labels", 2);
        for (int id = 0; id < count; id++) {
            JsonNode label = byId.path(Integer.toString(id));
            if (byId.isObject() && !label.isTextual()) {
                throw new CheckpointException(file + ": id2label has no label " + id);
            }
            labels.add(label.asText("LABEL_" + id));
        }
        if (labels.isEmpty() || new HashSet<>(labels).size() != labels.size()) {
            throw new CheckpointException(file + ": id2label: " + labels + ", expected different labels");
        }
        return labels;
    }

    String text(String key, String byDefault) {
        return json.path(key).isTextual() ? json.path(key).asText() : byDefault;
    }

    int count(String key, int byDefault) {
        return whole(key, byDefault, 1);
    }

    int index(String key, int byDefault) {
        return whole(key, byDefault, 0);
    }

    private int whole(String key, int byDefault, int least) {
        JsonNode value = json.path(key);
        if (value.isMissingNode() || value.isNull()) {
            return byDefault;
        }
        if (!value.canConvertToInt() || !value.isIntegralNumber() || value.asInt() < least) {
            throw new CheckpointException(file + ": " + key + ": " + value + ", expected a whole number from " + least);
        }
        return value.asInt();
    }

    double positive(String key, double byDefault) {
        return number(key, byDefault, Double.MAX_VALUE, "above 0");
    }

    double fraction(String key, double byDefault) {
        return number(key, byDefault, 1, "from 0 to 1");
    }

    private double number(String key, double byDefault, double most, String expected) {
        JsonNode value = json.path(key);
        if (value.isMissingNode() || value.isNull()) {
            return byDefault;
        }
        if (!value.isNumber() || !(value.asDouble() >= 0 && value.asDouble() <= most)) {
            throw new CheckpointException(file + ": " + key + ": " + value + ", expected a number " + expected);
        }
        return value.asDouble();
    }

    /** Refuses any other value than the one given; a key that is absent, null, false or empty passes. */
    void require(String key, String only) {
        JsonNode value = json.path(key);
        boolean off = value.isMissingNode() || value.isNull() || (value.isContainerNode() && value.isEmpty());
        if (!off && !value.asText().equals(only)) {
            throw unsupported(key, only);
        }
    }

    CheckpointException unsupported(String key, String supported) {
        JsonNode value = json.path(key);
        String found = value.isTextual() ? value.asText() : value.isMissingNode() ? "(absent)" : value.toString();
        return new CheckpointException(
                file + ": " + key + ": " + found + " is not supported (expected " + supported + ")");
    }
}
