package io.postil.model.text;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The labels of a token classifier read as tags: {@code O}, {@code B-TYPE} and {@code I-TYPE}. A label without such a prefix is a type
 * of its own whose neighbours join. An I- tag may follow only the B- or I- tag of its type, but where its type has no B- tag it may
 * follow anything.
 */
public final class TagSet {
    /** Nothing of interest. */
    public static final String OUTSIDE = "O";

    private final List<String> labels;
    private final List<Optional<String>> types;
    private final boolean[][] allowed;

    public TagSet(List<String> labels) {
        this.labels = List.copyOf(labels);
        this.types = this.labels.stream().map(TagSet::typeOf).toList();
        this.allowed = new boolean[this.labels.size() + 1][this.labels.size()];
        for (int before = -1; before < size(); before++) {
            for (int label = 0; label < size(); label++) {
                allowed[before + 1][label] = allowed(before, label);
            }
        }
    }

    /** The labels that tag spans of these types: O, then B- and I- of each. */
    public static List<String> labelsFor(List<String> types) {
        List<String> labels = new ArrayList<>(List.of(OUTSIDE));
        types.forEach(type -> labels.addAll(List.of("B-" + type, "I-" + type)));
        return List.copyOf(labels);
    }

    private static Optional<String> typeOf(String label) {
        if (label.equals(OUTSIDE)) {
            return Optional.empty();
        }
        return Optional.of(label.startsWith("B-") || label.startsWith("I-") ? label.substring(2) : label);
    }

    public int size() {
        return labels.size();
    }

    /** The type that a label gives; empty for O. */
    public Optional<String> type(int label) {
        return types.get(label);
    }

    /** The label for the first word of a span, or for a later one. */
    public int label(String type, boolean first) {
        for (String candidate :
                first ? List.of("B-" + type, "I-" + type, type) : List.of("I-" + type, "B-" + type, type)) {
            int label = labels.indexOf(candidate);
            if (label >= 0) {
                return label;
            }
        }
        throw new IllegalArgumentException("no label for spans of type " + type + " (expected one of " + types() + ")");
    }

    /** The types in the order of their first label. */
    public List<String> types() {
        Map<String, Integer> seen = new LinkedHashMap<>();
        types.forEach(type -> type.ifPresent(name -> seen.put(name, 0)));
        return List.copyOf(seen.keySet());
    }

    public int outside() {
        return labels.indexOf(OUTSIDE);
    }

    /** Whether the second label may follow the first; -1 is the beginning of a text. */
    boolean mayFollow(int before, int label) {
        return allowed[before + 1][label];
    }

    private boolean allowed(int before, int label) {
        if (!labels.get(label).startsWith("I-")
                || !labels.contains("B-" + types.get(label).orElseThrow())) {
            return true;
        }
        return before >= 0 && isPrefixed(before) && types.get(before).equals(types.get(label));
    }

    /** Whether the second label goes on with the span of the first. */
    boolean continues(int before, int label) {
        return types.get(label).isPresent()
                && !labels.get(label).startsWith("B-")
                && types.get(before).equals(types.get(label));
    }

    private boolean isPrefixed(int label) {
        return labels.get(label).startsWith("B-") || labels.get(label).startsWith("I-");
    }
}
