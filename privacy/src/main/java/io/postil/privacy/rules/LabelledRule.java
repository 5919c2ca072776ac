package io.postil.privacy.rules;

import com.google.re2j.Pattern;
import java.util.function.Predicate;

/**
 * Finds what stands soon after a label, such as {@code passport no.}: the first match of a pattern that a check accepts.
 *
 * @param value matched against the folded text; its first group is what is found
 * @param reach how many code units after the label are read
 */
record LabelledRule(
        String name, String type, String about, Words labels, Pattern value, Predicate<String> check, int reach)
        implements Rule {
    private static final int LONGEST_REST = 12;
    private static final double SCORE = 0.8;

    @Override
    public void find(Reading reading, Found found) {
        var lower = reading.lower();
        for (String label : labels.all()) {
            int readTo = 0;
            for (int at = lower.indexOf(label); at >= 0; at = lower.indexOf(label, at + 1)) {
                int from = wordEnd(lower, at + label.length());
                if (from >= readTo && Words.isWord(lower, label, at)) {
                    readTo = read(reading.text(), from, found);
                }
            }
        }
    }

    /** A label may be the beginning of a word. */
    private static int wordEnd(String lower, int at) {
        int end = at;
        while (end < lower.length() && end - at < LONGEST_REST && Character.isLetter(lower.charAt(end))) {
            end++;
        }
        return end;
    }

    /** Reads on from the end of a label, and returns to where it need not be read again. */
    private int read(String text, int from, Found found) {
        int to = Math.min(text.length(), from + reach);
        var matcher = value.matcher(text.substring(from, to));
        while (matcher.find()) {
            if (check.test(matcher.group(1))) {
                found.at(from + matcher.start(1), from + matcher.end(1), SCORE);
                return from + matcher.end(1);
            }
        }
        return from;
    }
}
