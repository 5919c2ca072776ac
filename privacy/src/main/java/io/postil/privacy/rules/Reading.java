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
    private Accents accents;
    private Scan scan;
    private int[] codeStarts;
    private List<Zones.Zone> dates;
    private final Lexicon lexicon;
    private Spans[] hits;
    private final Map<Words, Spans> others = new HashMap<>();

    /** Looks for each word by itself. */
    Reading(ShadowText shadow) {
        this(shadow, Lexicon.NONE);
    }

    Reading(ShadowText shadow, Lexicon lexicon) {
        this.shadow = shadow;
        this.lexicon = lexicon;
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

    Accents accents() {
        if (accents == null) {
            accents = new Accents(shadow);
        }
        return accents;
    }

    Scan scan() {
        if (scan == null) {
            scan = Scan.of(text);
        }
        return scan;
    }

    DigitGroups digits() {
        return scan().digits();
    }

    /** Where words near a digit begin, in order. */
    int[] codeStarts() {
        if (codeStarts == null) {
            codeStarts = Zones.nearDigits(text, digits()).of(scan().words());
        }
        return codeStarts;
    }

    Tokens tokens() {
        return scan().tokens();
    }

    /** Where words stand. */
    Spans hitsOf(Words words) {
        if (hits == null) {
            hits = lexicon.read(lower(), scan().words());
        }
        return lexicon.of(words, hits).orElseGet(() -> others.computeIfAbsent(words, each -> each.in(lower())));
    }

    /** Whether a boundary lies between two letters or digits. */
    static boolean isInside(String text, int at) {
        return at > 0 && at < text.length() && isLetterOrDigit(text.charAt(at - 1)) && isLetterOrDigit(text.charAt(at));
    }

    static boolean isLetterOrDigit(char c) {
        return Scan.isLetterOrDigit(c);
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
