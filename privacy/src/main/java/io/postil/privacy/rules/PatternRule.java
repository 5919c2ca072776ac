package io.postil.privacy.rules;

import com.google.re2j.Pattern;
import java.util.function.Predicate;

/**
 * Finds what a pattern matches near a digit and a check accepts. The pattern is of RE2, so its time is linear; it reads the folded
 * text. A match that begins or ends inside a word does not count.
 *
 * @param worthReading a quick look at a part of the text, which spares the slower pattern; never refuses a part with a match
 * @param check is given the match
 */
record PatternRule(
        String name,
        String type,
        String about,
        Predicate<String> worthReading,
        Pattern pattern,
        Predicate<String> check,
        double score)
        implements Rule {

    @Override
    public void find(Reading reading, Found found) {
        var text = reading.text();
        for (Zones.Zone zone : reading.zones().all()) {
            var part = text.substring(zone.start(), zone.end());
            if (worthReading.test(part)) {
                read(text, zone.start(), part, found);
            }
        }
    }

    private void read(String text, int from, String part, Found found) {
        var matcher = pattern.matcher(part);
        while (matcher.find()) {
            int start = from + matcher.start();
            int end = from + matcher.end();
            if (isWhole(text, start, end) && check.test(matcher.group())) {
                found.at(start, end, score);
            }
        }
    }

    private static boolean isWhole(String text, int start, int end) {
        boolean before = start > 0 && isInside(text.charAt(start - 1), text.charAt(start));
        boolean after = end < text.length() && isInside(text.charAt(end - 1), text.charAt(end));
        return !before && !after;
    }

    private static boolean isInside(char before, char after) {
        return Character.isLetterOrDigit(before) && Character.isLetterOrDigit(after);
    }

    /** Whether a part has as many digits. */
    static Predicate<String> digits(int least) {
        return part -> {
            int digits = 0;
            for (int at = 0; at < part.length() && digits < least; at++) {
                digits += DigitGroups.isDigit(part.charAt(at)) ? 1 : 0;
            }
            return digits == least;
        };
    }
}
