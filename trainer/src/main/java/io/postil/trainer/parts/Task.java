package io.postil.trainer.parts;

import io.postil.model.Head;
import java.util.Collection;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * A task that is learned.
 *
 * @param pair whether it judges a text and its pair
 * @param labels the labels of a sequence head, or the types of a token head's spans; a head has no others
 */
public record Task(String name, Head head, boolean pair, Set<String> labels) {

    public Task {
        Objects.requireNonNull(head, "head");
        if (name.isBlank() || labels.isEmpty()) {
            throw new IllegalArgumentException(
                    "task \"" + name + "\" with labels " + labels + " (expected some of both)");
        }
        labels = java.util.Collections.unmodifiableSet(new TreeSet<>(labels));
    }

    /**
     * A task as a model's head has it.
     *
     * @param headLabels in the order of the logits; those of a token head in IOB2, as in {@code B-PERSON}
     */
    public static Task of(String name, Head head, boolean pair, Collection<String> headLabels) {
        return switch (head) {
            case SEQUENCE -> new Task(name, head, pair, Set.copyOf(headLabels));
            case TOKENS -> new Task(name, head, pair, types(headLabels));
        };
    }

    private static Set<String> types(Collection<String> headLabels) {
        return headLabels.stream()
                .filter(label -> label.startsWith("B-") || label.startsWith("I-"))
                .map(label -> label.substring(2))
                .collect(Collectors.toSet());
    }
}
