package io.postil.privacy.rules;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A text as rules read it. What several rules need is worked out once, at the first need. For one thread. */
final class Reading {
    private final ShadowText shadow;
    private final String text;
    private String lower;
    private DigitGroups digits;
    private Zones zones;
    private List<Zones.Zone> dates;
    private final Map<Words, int[]> positions = new HashMap<>();

    Reading(ShadowText shadow) {
        this.shadow = shadow;
        this.text = shadow.text();
    }

    ShadowText shadow() {
        return shadow;
    }

    String text() {
        return text;
    }

    /** The text in lower case, as long as the text. */
    String lower() {
        if (lower == null) {
            var small = text.toLowerCase(Locale.ROOT);
            lower = small.length() == text.length() ? small : asciiLower(text);
        }
        return lower;
    }

    DigitGroups digits() {
        if (digits == null) {
            digits = DigitGroups.of(text);
        }
        return digits;
    }

    Zones zones() {
        if (zones == null) {
            zones = Zones.nearDigits(text, digits());
        }
        return zones;
    }

    /** Where words begin, in order. */
    int[] positionsOf(Words words) {
        return positions.computeIfAbsent(words, each -> each.positionsIn(lower()));
    }

    /** Where dates stand; they may overlap. */
    List<Zones.Zone> dates() {
        if (dates == null) {
            dates = DateRule.datesIn(this);
        }
        return dates;
    }

    private static String asciiLower(String text) {
        var small = new StringBuilder(text);
        for (int i = 0; i < small.length(); i++) {
            char c = small.charAt(i);
            if (c >= 'A' && c <= 'Z') {
                small.setCharAt(i, (char) (c + 'a' - 'A'));
            }
        }
        return small.toString();
    }
}
