package io.postil.privacy.policy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What counts as personal data and what becomes of it.
 *
 * @param types by name
 * @param others for types that are not named; without it they fail closed
 * @param allow never personal data, whoever says so; without case and accents
 * @param deny always personal data
 * @param speaker of the speaker's name
 * @param textPair of the second text
 * @param attributes by key; those not named are dropped
 * @param repeats whether what is found once in a conversation is found wherever it stands in it
 */
public record Policy(
        Map<String, OfType> types,
        Optional<OfType> others,
        List<String> allow,
        List<Denied> deny,
        FieldPolicy speaker,
        FieldPolicy textPair,
        Map<String, FieldPolicy> attributes,
        boolean repeats) {

    public Policy {
        types = Map.copyOf(types);
        allow = List.copyOf(allow);
        deny = List.copyOf(deny);
        attributes = Map.copyOf(attributes);
    }

    /**
     * What is done with findings of a type.
     *
     * @param threshold findings with a lower score do not count
     */
    public record OfType(Operator operator, double threshold) {}

    /** A text that is personal data wherever it stands as whole words; without case and accents. */
    public record Denied(String text, String type) {}

    /** Each type replaced with its name; speaker and attributes dropped. */
    public static Policy standard() {
        return PolicyFile.parse(standardYaml(), "the default policy");
    }

    /** The file of {@link #standard}. */
    public static String standardYaml() {
        try (var file = Policy.class.getResourceAsStream("default-policy.yaml")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("the default policy cannot be read", e);
        }
    }

    /** What is done with a type, if the policy says so. */
    public Optional<OfType> of(String type) {
        return Optional.ofNullable(types.get(type)).or(() -> others);
    }

    /** What is done with an attribute. */
    public FieldPolicy attribute(String key) {
        return attributes.getOrDefault(key, new FieldPolicy.Drop());
    }

    /** The names of operators that need a key, in order, without repeats. */
    public List<String> keyed() {
        return operators()
                .filter(Operator::isKeyed)
                .map(Operator::name)
                .distinct()
                .sorted()
                .toList();
    }

    /** Whether anything that it replaces comes back for who holds the key. */
    public boolean isReversible() {
        return operators().anyMatch(Operator::isReversible);
    }

    private Stream<Operator> operators() {
        var fields = Stream.concat(attributes.values().stream(), Stream.of(speaker));
        var ofFields =
                fields.filter(FieldPolicy.Whole.class::isInstance).map(field -> ((FieldPolicy.Whole) field).operator());
        var ofTypes = Stream.concat(types.values().stream(), others.stream()).map(OfType::operator);
        return Stream.concat(ofTypes, ofFields);
    }
}
