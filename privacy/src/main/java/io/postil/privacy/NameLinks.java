package io.postil.privacy;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The small words that link the words of a name: {@code von der Aue}. */
public final class NameLinks {
    /** In small letters, without dots. */
    public static final Set<String> ALL = Set.of(
            "de", "du", "da", "di", "del", "della", "van", "von", "der", "den", "la", "le", "bin", "ben", "al", "el",
            "zu", "ter", "dos", "das", "do", "st");

    private NameLinks() {}

    /** These, and more. */
    public static Set<String> and(String... more) {
        return Stream.concat(ALL.stream(), Arrays.stream(more)).collect(Collectors.toUnmodifiableSet());
    }
}
