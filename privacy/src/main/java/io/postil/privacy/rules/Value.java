package io.postil.privacy.rules;

import java.util.Optional;
import java.util.function.Predicate;

/** How what follows a label is read. */
@FunctionalInterface
interface Value {
    /** More than a value goes on after the label's reach. */
    int LONGEST = 64;

    /** The first value that begins from {@code from} to {@code to}, if there is one. */
    Optional<Zones.Zone> in(Reading reading, int from, int to);

    /**
     * The first that a pattern matches, from the beginning of a word to the end of one, and a check accepts.
     *
     * @param pattern of the folded text in lower case
     * @param check is given the match as it is written
     */
    static Value matching(String pattern, Predicate<String> check) {
        var compiled = LinearPattern.of(pattern);
        return (reading, from, to) -> {
            var lower = reading.lower();
            for (int start = from; start < to; start++) {
                if (Scan.isLetterOrDigit(lower.charAt(start))
                        && compiled.mayBegin(lower.charAt(start))
                        && !Reading.isInside(lower, start)) {
                    int end = compiled.wholeEnd(lower, start, Math.min(lower.length(), to + LONGEST));
                    if (end > start && check.test(reading.text().substring(start, end))) {
                        return Optional.of(new Zones.Zone(start, end));
                    }
                }
            }
            return Optional.empty();
        };
    }

    /**
     * What a pattern matches right after another; to the end of a word.
     *
     * @param between what stands between the label and the value
     */
    static Value after(String between, String pattern, Predicate<String> check) {
        var before = LinearPattern.of(between);
        var compiled = LinearPattern.of(pattern);
        return (reading, from, to) -> {
            var lower = reading.lower();
            int start = before.end(lower, from);
            int end = start < 0 ? -1 : compiled.end(lower, start, Math.min(lower.length(), to + LONGEST));
            boolean isThere = end > start && !Reading.isInside(lower, end);
            return isThere && check.test(reading.text().substring(start, end))
                    ? Optional.of(new Zones.Zone(start, end))
                    : Optional.empty();
        };
    }
}
