package io.postil.service;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * The settings of one process: defaults, over which a YAML file is laid, over which environment variables are laid. All
 * problems are found in one go. Values are never repeated in a problem's text where their key speaks of a password, secret
 * or key.
 */
public final class Settings {
    private final Map<String, String> texts;
    private final Map<String, String> sources;
    private final Map<String, Object> values = new TreeMap<>();

    private Settings(Map<String, String> texts, Map<String, String> sources) {
        this.texts = texts;
        this.sources = sources;
    }

    /**
     * Reads and checks the settings.
     *
     * @param file a YAML file, nested or with dotted keys
     * @param environment of which {@code POSTIL_…} variables of known settings are read
     * @param known every setting of the process; a key of the file that is none of them, and has none of the prefixes, is a
     *     problem
     * @param prefixes beginnings of keys that are passed on as they are, such as {@code kafka.client.}
     * @throws ConfigException naming each problem
     */
    public static Settings read(
            Optional<Path> file, Map<String, String> environment, List<Setting<?>> known, List<String> prefixes) {
        Map<String, String> texts = new TreeMap<>();
        Map<String, String> sources = new TreeMap<>();
        List<String> problems = new ArrayList<>();
        file.ifPresent(path -> readFile(path, texts, problems));
        texts.keySet().forEach(key -> sources.put(key, file.orElseThrow().toString()));
        for (Setting<?> setting : known) {
            String value = environment.get(setting.variable());
            if (value != null) {
                texts.put(setting.key(), value);
                sources.put(setting.key(), setting.variable());
            }
        }
        Settings settings = new Settings(texts, sources);
        settings.refuseUnknown(known, prefixes, problems);
        known.forEach(setting -> settings.parse(setting, problems));
        if (!problems.isEmpty()) {
            throw new ConfigException(problems);
        }
        return settings;
    }

    /** The value of a setting that was among the known ones. */
    public <T> T value(Setting<T> setting) {
        return optional(setting).orElseThrow(() -> new IllegalStateException(setting.key() + " has no value"));
    }

    /** The value of a setting that may be left empty: its default is the empty text. */
    @SuppressWarnings("unchecked") // parse() put what the setting's own parser made
    public <T> Optional<T> optional(Setting<T> setting) {
        return Optional.ofNullable((T) values.get(setting.key()));
    }

    /**
     * What is made of the value of a setting.
     *
     * @throws ConfigException naming the setting, where the maker refuses its value
     */
    public <T, R> R made(Setting<T> setting, Function<T, R> maker) {
        try {
            return maker.apply(value(setting));
        } catch (IllegalArgumentException e) {
            throw new ConfigException(List.of(setting.key() + ": " + e.getMessage()));
        }
    }

    /** All keys with the prefix, the prefix taken off. */
    public Map<String, String> under(String prefix) {
        return texts.entrySet().stream()
                .filter(entry -> entry.getKey().startsWith(prefix))
                .collect(Collectors.toMap(entry -> entry.getKey().substring(prefix.length()), Map.Entry::getValue));
    }

    private void parse(Setting<?> setting, List<String> problems) {
        Optional<String> given = Optional.ofNullable(texts.get(setting.key())).or(setting::fallback);
        if (given.isEmpty()) {
            problems.add(setting.key() + ": not set (expected " + setting.expected() + "; in the file, or as "
                    + setting.variable() + ")");
            return;
        }
        if (given.get().isEmpty() && setting.fallback().filter(String::isEmpty).isPresent()) {
            return;
        }
        try {
            values.put(setting.key(), setting.parser().apply(given.get()));
        } catch (IllegalArgumentException e) {
            problems.add(setting.key() + ": " + shown(setting.key(), given.get()) + " (expected " + setting.expected()
                    + "; set in " + sources.getOrDefault(setting.key(), "the defaults") + ")");
        }
    }

    private void refuseUnknown(List<Setting<?>> known, List<String> prefixes, List<String> problems) {
        List<String> keys = known.stream().map(Setting::key).toList();
        for (String key : texts.keySet()) {
            if (!keys.contains(key) && prefixes.stream().noneMatch(key::startsWith)) {
                problems.add(key + ": no such setting (set in " + sources.get(key) + "; expected one of "
                        + String.join(", ", keys) + ")");
            }
        }
    }

    private static String shown(String key, String value) {
        return key.matches(".*(password|secret|user\\.info|key).*") ? "(not shown)" : value;
    }

    private static void readFile(Path file, Map<String, String> texts, List<String> problems) {
        try {
            JsonNode root = new YAMLMapper().readTree(Files.readString(file));
            if (root == null || root.isMissingNode() || root.isNull()) {
                return;
            }
            if (!root.isObject()) {
                problems.add(file + ": expected settings, one `key: value` a line");
                return;
            }
            flatten("", root, texts);
        } catch (JsonProcessingException e) {
            problems.add(file + ": no YAML: line " + e.getLocation().getLineNr() + ": " + e.getOriginalMessage());
        } catch (IOException e) {
            problems.add(file + ": cannot be read: " + e);
        }
    }

    private static void flatten(String prefix, JsonNode node, Map<String, String> texts) {
        node.properties().forEach(entry -> {
            String key = prefix + entry.getKey();
            JsonNode value = entry.getValue();
            if (value.isObject()) {
                flatten(key + ".", value, texts);
            } else if (value.isArray()) {
                texts.put(
                        key,
                        StreamSupport.stream(value.spliterator(), false)
                                .map(JsonNode::asText)
                                .collect(Collectors.joining(",")));
            } else {
                texts.put(key, value.isNull() ? "" : value.asText());
            }
        });
    }
}
