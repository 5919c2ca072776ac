package io.postil.privacy.rules;

import java.util.Locale;

/** A text as rules read it. What several rules need is worked out once, at the first need. For one thread. */
final class Reading {
    private final ShadowText shadow;
    private final String text;
    private String lower;
    private DigitGroups digits;

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
