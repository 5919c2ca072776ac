package io.postil.privacy.rules;

import com.google.re2j.Pattern;
import java.util.function.Predicate;

/**
 * Finds what a pattern matches near a digit and a check accepts. The pattern is of RE2, so its time is linear; it reads the folded
 * text. A match that begins or ends inside a word does not count.
 *
 * @param check is given the match
 */
record PatternRule(String name, String type, String about, Pattern pattern, Predicate<String> check, double score)
        implements Rule {

    @Override
    public void find(Reading reading, Found found) {
        var text = reading.text();
        for (Zones.Zone zone : reading.zones().all()) {
            var matcher = pattern.matcher(text.substring(zone.start(), zone.end()));
            while (matcher.find()) {
                int start = zone.start() + matcher.start();
                int end = zone.start() + matcher.end();
                if (isWhole(text, start, end) && check.test(matcher.group())) {
                    found.at(start, end, score);
                }
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
}
