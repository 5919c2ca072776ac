package io.postil.privacy.rules;

import java.util.ArrayList;
import java.util.List;

/** The parts of a text that lie near a digit, so that the rest needs no pattern matching. */
record Zones(List<Zone> all) {
    /** Longer than what patterns want before a digit ("Wednesday, the 3rd", two letters of a country). */
    private static final int MARGIN = 40;

    /** A part {@code [start, end)} of a text. */
    record Zone(int start, int end) {}

    static Zones nearDigits(String text, DigitGroups digits) {
        var zones = new ArrayList<Zone>();
        for (int group = 0; group < digits.count(); group++) {
            int start = Math.max(0, digits.start(group) - MARGIN);
            int end = Math.min(text.length(), digits.end(group) + MARGIN);
            int last = zones.size() - 1;
            if (last >= 0 && start <= zones.get(last).end()) {
                zones.set(last, new Zone(zones.get(last).start(), end));
            } else {
                zones.add(new Zone(start, end));
            }
        }
        return new Zones(zones);
    }
}
