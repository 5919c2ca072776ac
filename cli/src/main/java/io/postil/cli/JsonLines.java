package io.postil.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.postil.model.data.Source;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** A file of one JSON object a line, plain or gzip, {@code -} for standard input; blank lines are passed over. Errors name file and line. */
final class JsonLines {
    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private final String name;
    private final Source source;

    private JsonLines(String name, Source source) {
        this.name = name;
        this.source = source;
    }

    /** Reads each line with the reader, whose {@link UsageException} becomes an {@link InputException} with file and line. */
    static <T> List<T> read(Path file, Function<ObjectNode, T> reader) {
        List<T> items = new ArrayList<>();
        try (Source source = open(file)) {
            JsonLines lines = new JsonLines(file.toString(), source);
            for (Optional<String> line = source.next(); line.isPresent(); line = source.next()) {
                line.filter(text -> !text.isBlank()).ifPresent(text -> items.add(lines.item(text, reader)));
            }
        }
        return items;
    }

    static String text(ObjectNode line, String field) {
        JsonNode value = line.get(field);
        if (value == null || !value.isTextual()) {
            throw new UsageException("expected \"" + field + "\" with a text");
        }
        return value.asText();
    }

    static String textOr(ObjectNode line, String field, String fallback) {
        return line.hasNonNull(field) ? text(line, field) : fallback;
    }

    private <T> T item(String text, Function<ObjectNode, T> reader) {
        try {
            if (MAPPER.readTree(text) instanceof ObjectNode line) {
                return reader.apply(line);
            }
            throw new UsageException("expected a JSON object");
        } catch (JsonProcessingException e) {
            throw new InputException(at()
                    + (e.getLocation() == null
                            ? ": JSON that nests too deep, or has too long a number"
                            : ": not JSON, column " + e.getLocation().getColumnNr()));
        } catch (UsageException e) {
            throw new InputException(at() + ": " + e.getMessage());
        }
    }

    private String at() {
        return name + ", line " + source.line();
    }

    private static Source open(Path file) {
        return file.toString().equals("-")
                ? Source.open("-", System.in, StandardCharsets.UTF_8)
                : Source.open(file, StandardCharsets.UTF_8);
    }
}
