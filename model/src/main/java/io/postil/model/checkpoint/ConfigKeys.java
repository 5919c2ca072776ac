package io.postil.model.checkpoint;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.postil.model.CheckpointException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Typed reading of the keys of a JSON object. A value that is not what is expected is refused with file, key and value. */
final class ConfigKeys {
    /** No size of an encoder comes near it; twice and three times as much are whole numbers still. */
    static final int MOST = 1 << 28;

    private final Path file;
    private final ObjectNode json;

    ConfigKeys(Path file, ObjectNode json) {
        this.file = file;
        this.json = json;
    }

    Path file() {
        return file;
    }

    ObjectNode json() {
        return json;
    }

    /** Whether there is a value, null aside. */
    boolean has(String key) {
        return json.hasNonNull(key);
    }

    /** The name of the first key that is there; the first where none is. */
    String firstOf(String key, String otherwise) {
        return !has(key) && has(otherwise) ? otherwise : key;
    }

    String text(String key, String byDefault) {
        if (!has(key)) {
            return byDefault;
        }
        if (!json.path(key).isTextual()) {
            throw wrong(key, "a text");
        }
        return json.path(key).asText();
    }

    boolean flag(String key, boolean byDefault) {
        if (!has(key)) {
            return byDefault;
        }
        if (!json.path(key).isBoolean()) {
            throw wrong(key, "true or false");
        }
        return json.path(key).asBoolean();
    }

    int count(String key, int byDefault) {
        return whole(key, byDefault, 1, MOST);
    }

    int index(String key, int byDefault) {
        return whole(key, byDefault, 0, MOST);
    }

    /** A whole number; others than from {@code least} to {@code most} are refused. */
    int whole(String key, int byDefault, int least, int most) {
        JsonNode value = json.path(key);
        if (!has(key)) {
            return byDefault;
        }
        if (!value.isIntegralNumber() || !value.canConvertToInt() || value.asInt() < least || value.asInt() > most) {
            throw wrong(key, "a whole number from " + least + " to " + most);
        }
        return value.asInt();
    }

    double positive(String key, double byDefault) {
        return number(key, byDefault, Double.MAX_VALUE, "a number from 0");
    }

    double fraction(String key, double byDefault) {
        return number(key, byDefault, 1, "a number from 0 to 1");
    }

    private double number(String key, double byDefault, double most, String expected) {
        JsonNode value = json.path(key);
        if (!has(key)) {
            return byDefault;
        }
        if (!value.isNumber() || !(value.asDouble() >= 0 && value.asDouble() <= most)) {
            throw wrong(key, expected);
        }
        return value.asDouble();
    }

    Activation activation(String key, String byDefault) {
        return Activation.named(text(key, byDefault)).orElseThrow(() -> unsupported(key, Activation.names()));
    }

    /** The texts of a list; none where there is no list. */
    List<String> texts(String key) {
        if (has(key) && !json.path(key).isArray()) {
            throw wrong(key, "a list of texts");
        }
        List<String> texts = new ArrayList<>();
        for (JsonNode value : json.path(key)) {
            if (!value.isTextual()) {
                throw wrong(key, "a list of texts");
            }
            texts.add(value.asText());
        }
        return texts;
    }

    /** Refuses any other value than the one given; a key that is absent, null, false or empty passes. */
    void require(String key, String only) {
        JsonNode value = json.path(key);
        boolean off = !has(key) || (value.isContainerNode() && value.isEmpty());
        if (!off && !value.asText().equals(only)) {
            throw unsupported(key, only);
        }
    }

    CheckpointException unsupported(String key, String supported) {
        return new CheckpointException(
                file + ": " + key + ": " + found(key) + " is not supported (expected " + supported + ")");
    }

    CheckpointException wrong(String key, String expected) {
        return new CheckpointException(file + ": " + key + ": " + json.path(key) + ", expected " + expected);
    }

    private String found(String key) {
        JsonNode value = json.path(key);
        return value.isTextual() ? value.asText() : value.isMissingNode() ? "(absent)" : value.toString();
    }
}
