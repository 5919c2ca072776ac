package io.postil.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * A YAML file of the repository, its anchors and merges resolved. Steps into it by name; what is not there is an error that
 * says where.
 *
 * @param place for errors: the file, and the names stepped through
 */
public record YamlFile(String place, Object value) {

    /**
     * Reads a file whole.
     *
     * @param name path from the root of the repository, with forward slashes
     */
    public static YamlFile read(String name) {
        try {
            var options = new LoaderOptions();
            options.setAllowDuplicateKeys(false);
            String text = Files.readString(Repository.root().resolve(name));
            return new YamlFile(name, new Yaml(new SafeConstructor(options)).load(text));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What stands under a name. */
    public YamlFile at(String name) {
        if (!has(name)) {
            throw new AssertionError(place + " has no " + name);
        }
        return new YamlFile(place + " " + name, map().get(name));
    }

    public boolean has(String name) {
        return value instanceof Map<?, ?> map && map.containsKey(name);
    }

    /** The names of a mapping, in order. */
    public List<String> names() {
        return map().keySet().stream().map(Object::toString).toList();
    }

    /** The items of a list. */
    public List<YamlFile> items() {
        if (!(value instanceof List<?> list)) {
            throw new AssertionError(place + " is no list");
        }
        return list.stream().map(item -> new YamlFile(place + " -", item)).toList();
    }

    /** The items of a list of scalars. */
    public List<String> texts() {
        return items().stream().map(YamlFile::text).toList();
    }

    public String text() {
        return Objects.toString(value);
    }

    private Map<?, ?> map() {
        if (!(value instanceof Map<?, ?> map)) {
            throw new AssertionError(place + " is no mapping");
        }
        return map;
    }
}
