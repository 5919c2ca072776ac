package io.postil.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.function.Function;

/** A file of one JSON object a line, {@code -} for standard input; blank lines are passed over. Errors name file and line. */
final class JsonLines {
    private static final ObjectMapper MAPPER =
            new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private final String name;
    private int number;

    private JsonLines(String name) {
        this.name = name;
    }

    /** Reads each line with the reader, whose {@link UsageException} becomes an {@link InputException} with file and line. */
    static <T> java.util.List<T> read(Path file, Function<ObjectNode, T> reader) {
        JsonLines lines = new JsonLines(file.toString());
        java.util.List<T> items = new java.util.ArrayList<>();
        try (BufferedReader input = open(file)) {
            for (String line = input.readLine(); line != null; line = input.readLine()) {
                lines.number++;
                String text = lines.number == 1 && line.startsWith("\uFEFF") ? line.substring(1) : line;
                if (!text.isBlank()) {
                    items.add(lines.item(text, reader));
                }
            }
            return items;
        } catch (NoSuchFileException e) {
            throw new InputException(file + ": no such file");
        } catch (IOException e) {
            throw new InputException(lines.at() + ": cannot be read as UTF-8: " + e);
        }
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
            throw new InputException(
                    at() + ": not JSON, column " + e.getLocation().getColumnNr());
        } catch (UsageException e) {
            throw new InputException(at() + ": " + e.getMessage());
        }
    }

    private String at() {
        return name + ", line " + number;
    }

    private static BufferedReader open(Path file) throws IOException {
        if (file.toString().equals("-")) {
            return new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8.newDecoder()));
        }
        return Files.newBufferedReader(file, StandardCharsets.UTF_8);
    }
}
