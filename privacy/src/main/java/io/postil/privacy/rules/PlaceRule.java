package io.postil.privacy.rules;

import io.postil.privacy.Types;

/** Countries and large cities of the list, with a capital. */
final class PlaceRule implements Rule {
    private static final Gazetteer PLACES = Gazetteer.read("places.txt", "\n");
    private static final int MOST_WORDS = 4;
    private static final double SCORE = 0.6;

    @Override
    public String name() {
        return "place";
    }

    @Override
    public String type() {
        return Types.LOCATION;
    }

    @Override
    public String about() {
        return "countries and large cities of a list, with a capital";
    }

    @Override
    public void find(Reading reading, Found found) {
        var starts = reading.scan().capitals();
        for (int i = 0; i < starts.count(); i++) {
            int end = longest(reading, starts.at(i));
            if (end > 0) {
                found.at(starts.at(i), end, SCORE);
            }
        }
    }

    /** The end of the longest of the list's names that begins at {@code start}, or -1. */
    private static int longest(Reading reading, int start) {
        int found = -1;
        int end = start - 1;
        for (int words = 0; words < MOST_WORDS; words++) {
            end = NameRun.wordEnd(reading.text(), end + 1);
            if (end < 0) {
                break;
            }
            found = PLACES.has(reading.lower(), start, end) ? end : found;
            if (end >= reading.text().length() || reading.text().charAt(end) != ' ') {
                break;
            }
        }
        return found;
    }
}
