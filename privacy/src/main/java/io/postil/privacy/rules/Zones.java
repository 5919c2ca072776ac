package io.postil.privacy.rules;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Parts of a text, disjoint and in order, so that the rest needs no pattern matching. */
record Zones(List<Zone> all) {
    /** More letters than a code has on either side of its digits. */
    private static final int MARGIN = 10;

    /** A part {@code [start, end)} of a text. */
    record Zone(int start, int end) {}

    /** What lies near a digit. */
    static Zones nearDigits(String text, DigitGroups digits) {
        var zones = new ArrayList<Zone>();
        for (int group = 0; group < digits.count(); group++) {
            add(zones, digits.start(group) - MARGIN, digits.end(group) + MARGIN, text.length());
        }
        return new Zones(zones);
    }

    /** Those of some places that lie in them. */
    int[] of(Scan.Positions places) {
        var inside = new int[places.count()];
        int count = 0;
        int zone = 0;
        for (int i = 0; i < places.count() && zone < all.size(); i++) {
            int place = places.at(i);
            while (zone < all.size() && all.get(zone).end() <= place) {
                zone++;
            }
            if (zone < all.size() && all.get(zone).start() <= place) {
                inside[count++] = place;
            }
        }
        return Arrays.copyOf(inside, count);
    }

    private static void add(List<Zone> zones, int from, int to, int length) {
        int start = Math.max(0, from);
        int end = Math.min(length, to);
        int last = zones.size() - 1;
        if (last >= 0 && start <= zones.get(last).end()) {
            zones.set(last, new Zone(zones.get(last).start(), end));
        } else {
            zones.add(new Zone(start, end));
        }
    }
}
