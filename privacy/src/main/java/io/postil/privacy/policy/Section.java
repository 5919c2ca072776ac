package io.postil.privacy.policy;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A map of a YAML file as it is read: takes its values, and notes what is wrong with them under their keys. */
final class Section {
    private final String path;
    private final Map<?, ?> values;
    private final List<String> problems;
    private final Set<String> taken = new LinkedHashSet<>();

    Section(String path, Map<?, ?> values, List<String> problems) {
        this.path = path;
        this.values = values;
        this.problems = problems;
    }

    /** The keys, in the file's order. */
    List<String> keys() {
        return values.keySet().stream().map(String::valueOf).toList();
    }

    Optional<Object> take(String key) {
        taken.add(key);
        return values.entrySet().stream()
                .filter(entry -> String.valueOf(entry.getKey()).equals(key))
                .findFirst()
                .map(Map.Entry::getValue);
    }

    Optional<String> text(String key) {
        var value = take(key);
        if (value.isPresent() && !(value.get() instanceof String)) {
            wrong(key, value.get(), "expected a text");
            return Optional.empty();
        }
        return value.map(String.class::cast);
    }

    int whole(String key, int least, int most, int fallback) {
        var value = take(key).orElse(fallback);
        if (value instanceof Integer number && number >= least && number <= most) {
            return number;
        }
        wrong(key, value, "expected a whole number, " + least + " to " + most);
        return fallback;
    }

    double share(String key, double fallback) {
        var value = take(key).orElse(fallback);
        if (value instanceof Number number && number.doubleValue() >= 0 && number.doubleValue() <= 1) {
            return number.doubleValue();
        }
        wrong(key, value, "expected a number, 0 to 1");
        return fallback;
    }

    boolean flag(String key, boolean fallback) {
        var value = take(key).orElse(fallback);
        if (value instanceof Boolean flag) {
            return flag;
        }
        wrong(key, value, "expected true or false");
        return fallback;
    }

    /** The map under a key; empty where there is none. */
    Section section(String key) {
        var value = take(key);
        if (value.isPresent() && !(value.get() instanceof Map<?, ?>)) {
            wrong(key, value.get(), "expected keys and values");
        }
        var map = value.orElse(null) instanceof Map<?, ?> inner ? inner : Map.of();
        return new Section(at(key), map, problems);
    }

    /** What stands in the list under a key, each with the key of its place. */
    List<Map.Entry<String, Object>> list(String key) {
        var value = take(key).orElse(List.of());
        if (!(value instanceof List<?> items)) {
            wrong(key, value, "expected a list");
            return List.of();
        }
        var entries = new ArrayList<Map.Entry<String, Object>>();
        for (int i = 0; i < items.size(); i++) {
            entries.add(new java.util.AbstractMap.SimpleEntry<>(at(key) + "[" + i + "]", items.get(i)));
        }
        return entries;
    }

    /** Notes every key that was not taken. */
    void close() {
        for (String key : keys()) {
            if (!taken.contains(key)) {
                problems.add(at(key) + ": no such key (expected one of " + String.join(", ", taken) + ")");
            }
        }
    }

    void wrong(String key, Object value, String expected) {
        problems.add(at(key) + ": " + value + " (" + expected + ")");
    }

    List<String> problems() {
        return problems;
    }

    String at(String key) {
        return path.isEmpty() ? key : path + "." + key;
    }
}
