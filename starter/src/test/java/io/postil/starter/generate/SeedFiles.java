package io.postil.starter.generate;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Reads the hand-written seeds from the class path. */
final class SeedFiles {

    private static final ObjectMapper JSON = new ObjectMapper();

    private SeedFiles() {}

    static <T> List<T> lines(String resource, Class<T> type) {
        try (InputStream stream = open(resource);
                BufferedReader reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            List<T> seeds = new ArrayList<>();
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                if (!line.isBlank()) {
                    seeds.add(JSON.readValue(line, type));
                }
            }
            return seeds;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(resource, unreadable);
        }
    }

    /** The frames of a language, short ones and prose: a template a line, \n for a line break; lines that begin with # say what follows. */
    static List<EntityTemplate> frames(String language) {
        return Stream.of("frames/", "frames/prose/")
                .flatMap(folder -> written(folder + language + ".txt"))
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(line -> new EntityTemplate(language, line.replace("\\n", "\n")))
                .toList();
    }

    private static Stream<String> written(String resource) {
        try (InputStream stream = open(resource)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8).lines();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(resource, unreadable);
        }
    }

    static Map<String, List<String>> lists(String resource) {
        try (InputStream stream = open(resource)) {
            return JSON.readValue(stream, new TypeReference<>() {});
        } catch (IOException unreadable) {
            throw new UncheckedIOException(resource, unreadable);
        }
    }

    private static InputStream open(String resource) {
        InputStream stream = SeedFiles.class.getResourceAsStream(resource);
        if (stream == null) {
            throw new IllegalStateException("missing resource: " + resource);
        }
        return stream;
    }
}
