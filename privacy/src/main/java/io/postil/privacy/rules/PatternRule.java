package io.postil.privacy.rules;

import java.util.Locale;
import java.util.function.Predicate;

/**
 * Finds what a pattern matches, from the beginning of a word near a digit to the end of one, and a check accepts.
 *
 * @param pattern matched against the folded text in lower case
 * @param check is given the match
 */
record PatternRule(String name, String type, String about, LinearPattern pattern, Predicate<String> check, double score)
        implements Rule {

    /** A rule whose pattern is the same in either case. */
    PatternRule(String name, String type, String about, String pattern, Predicate<String> check, double score) {
        this(name, type, about, LinearPattern.of(pattern.toLowerCase(Locale.ROOT)), check, score);
    }

    @Override
    public void find(Reading reading, Found found) {
        var lower = reading.lower();
        for (int start : reading.codeStarts()) {
            if (pattern.mayBegin(lower.charAt(start))) {
                int end = pattern.wholeEnd(lower, start);
                if (end > start && check.test(reading.text().substring(start, end))) {
                    found.at(start, end, score);
                }
            }
        }
    }
}
