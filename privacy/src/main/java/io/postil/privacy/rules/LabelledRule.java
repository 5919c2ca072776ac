package io.postil.privacy.rules;

import java.util.List;

/**
 * Finds what stands soon after a label, such as {@code passport no.}: the first value that is one.
 *
 * @param reach how many code units after the label a value may begin
 */
record LabelledRule(String name, String type, String about, Words labels, Value value, int reach) implements Rule {
    private static final int LONGEST_REST = 12;
    private static final double SCORE = 0.8;

    @Override
    public List<Words> words() {
        return List.of(labels);
    }

    @Override
    public void find(Reading reading, Found found) {
        var lower = reading.lower();
        var hits = reading.hitsOf(labels);
        int readTo = 0;
        for (int hit = 0; hit < hits.count(); hit++) {
            int from = wordEnd(lower, hits.end(hit));
            if (from >= readTo) {
                readTo = read(reading, from, found);
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
    private int read(Reading reading, int from, Found found) {
        int to = Math.min(reading.text().length(), from + reach);
        return value.in(reading, from, to)
                .map(place -> {
                    found.at(place.start(), place.end(), SCORE);
                    return place.end();
                })
                .orElse(from);
    }
}
