package io.postil.privacy.policy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;

/** Reads a policy, the whole of it, and names everything that is wrong in one go. */
public final class PolicyFile {
    private static final Pattern TYPE = Pattern.compile("[A-Z][A-Z0-9_]{0,63}");

    private PolicyFile() {}

    /**
     * Reads a policy file.
     *
     * @throws PolicyException with every problem, each under its key
     */
    public static Policy read(Path file) {
        try {
            return parse(Files.readString(file), file.toString());
        } catch (NoSuchFileException e) {
            throw new PolicyException(file.toString(), List.of("no such file"));
        } catch (IOException e) {
            throw new PolicyException(
                    file.toString(),
                    List.of("cannot be read as UTF-8: " + e.getClass().getSimpleName()));
        }
    }

    /**
     * Reads a policy.
     *
     * @param origin what problems name
     * @throws PolicyException with every problem, each under its key
     */
    public static Policy parse(String yaml, String origin) {
        var problems = new ArrayList<String>();
        var policy = policy(new Section("", load(yaml, origin), problems));
        if (!problems.isEmpty()) {
            throw new PolicyException(origin, problems);
        }
        return policy;
    }

    private static Map<?, ?> load(String yaml, String origin) {
        var options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        try {
            Object loaded = new Yaml(new SafeConstructor(options)).load(yaml);
            if (loaded instanceof Map<?, ?> map) {
                return map;
            }
            throw new PolicyException(origin, List.of("expected keys and values"));
        } catch (MarkedYAMLException e) {
            var mark = e.getProblemMark();
            var place = mark == null ? "" : "line " + (mark.getLine() + 1) + ": ";
            throw new PolicyException(origin, List.of(place + "not YAML: " + e.getProblem()));
        } catch (YAMLException e) {
            throw new PolicyException(origin, List.of("not YAML: " + e.getMessage()));
        }
    }

    private static Policy policy(Section file) {
        var types = types(file.section("types"));
        var others = file.keys().contains("others")
                ? Operators.read(file, "others")
                : java.util.Optional.<Policy.OfType>empty();
        file.take("others");
        var allow = allow(file);
        var deny = deny(file);
        boolean repeats = file.flag("repeats", true);
        var fields = file.section("fields");
        var speaker = field(fields, "speaker", "PERSON");
        var textPair = textPair(fields);
        var attributes = new LinkedHashMap<String, FieldPolicy>();
        var keys = fields.section("attributes");
        keys.keys().forEach(key -> attributes.put(key, field(keys, key, "ATTRIBUTE")));
        fields.close();
        file.close();
        return new Policy(types, others, allow, deny, speaker, textPair, attributes, repeats);
    }

    private static Map<String, Policy.OfType> types(Section section) {
        var types = new LinkedHashMap<String, Policy.OfType>();
        for (String type : section.keys()) {
            if (!TYPE.matcher(type).matches()) {
                section.problems().add(section.at(type) + ": not a type (expected capital letters, digits and _)");
            }
            Operators.read(section, type).ifPresent(ofType -> types.put(type, ofType));
        }
        return types;
    }

    private static List<String> allow(Section file) {
        var texts = new ArrayList<String>();
        for (var entry : file.list("allow")) {
            if (entry.getValue() instanceof String text && !text.isBlank()) {
                texts.add(text);
            } else {
                file.problems().add(entry.getKey() + ": " + entry.getValue() + " (expected a text)");
            }
        }
        return texts;
    }

    private static List<Policy.Denied> deny(Section file) {
        var denied = new ArrayList<Policy.Denied>();
        for (var entry : file.list("deny")) {
            if (entry.getValue() instanceof Map<?, ?> map) {
                var section = new Section(entry.getKey(), map, file.problems());
                var text = section.text("text").filter(value -> !value.isBlank());
                var type =
                        section.text("type").filter(value -> TYPE.matcher(value).matches());
                section.close();
                if (text.isPresent() && type.isPresent()) {
                    denied.add(new Policy.Denied(text.get(), type.get()));
                    continue;
                }
            }
            file.problems().add(entry.getKey() + ": " + entry.getValue() + " (expected {text: …, type: …})");
        }
        return denied;
    }

    private static FieldPolicy textPair(Section fields) {
        var value = fields.take("textPair").orElse("find");
        if (value.equals("find") || value.equals("drop")) {
            return value.equals("drop") ? new FieldPolicy.Drop() : new FieldPolicy.Find();
        }
        fields.wrong("textPair", value, "expected find or drop");
        return new FieldPolicy.Drop();
    }

    private static FieldPolicy field(Section section, String key, String type) {
        var value = section.take(key).orElse("drop");
        if (value.equals("drop")) {
            return new FieldPolicy.Drop();
        }
        if (value.equals("find")) {
            return new FieldPolicy.Find();
        }
        return Operators.read(section, key)
                .<FieldPolicy>map(ofType -> ofType.operator() instanceof Operator.Keep
                        ? new FieldPolicy.Keep()
                        : new FieldPolicy.Whole(type, ofType.operator()))
                .orElse(new FieldPolicy.Drop());
    }
}
