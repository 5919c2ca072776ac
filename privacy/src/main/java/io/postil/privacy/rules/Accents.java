package io.postil.privacy.rules;

import java.text.Normalizer;
import java.util.Locale;

/**
 * How words of a text are written where rules read them without accents. In Vietnamese an accent makes another word: "chỉ" (only) is not "chị"
 * (an elder sister), "lúc" (when) is not Luc. Rules for names ask here; what has a grammar is read without accents, as it comes.
 */
final class Accents {
    /** Letters that Vietnamese alone has, among the languages of the rules. */
    private static final String LETTERS = "đăơư";

    private static final char FIRST_WITH_TWO_MARKS = '\u1ea0';
    private static final char LAST_WITH_TWO_MARKS = '\u1ef9';

    private final ShadowText shadow;
    private final boolean isVietnamese;

    Accents(ShadowText shadow) {
        this.shadow = shadow;
        this.isVietnamese = !shadow.isAsSent() && hasVietnameseLetter(composed(shadow.original()));
    }

    /** Whether the text has letters that Vietnamese alone has, so that its words are written with their accents. */
    boolean areVietnamese() {
        return isVietnamese;
    }

    /** The word of the shadow as it was sent, in lower case. */
    String written(int start, int end) {
        if (shadow.isAsSent()) {
            return shadow.text().substring(start, end).toLowerCase(Locale.ROOT);
        }
        return composed(shadow.original().substring(shadow.originalStart(start), shadow.originalEnd(end)));
    }

    /** Whether a word of the shadow is Vietnamese by its accents, and so none of a language without them. */
    boolean isVietnamese(int start, int end) {
        return isVietnamese && !written(start, end).chars().allMatch(c -> c < 0x80);
    }

    private static boolean hasVietnameseLetter(String text) {
        return text.chars()
                .anyMatch(c -> (c >= FIRST_WITH_TWO_MARKS && c <= LAST_WITH_TWO_MARKS) || LETTERS.indexOf(c) >= 0);
    }

    private static String composed(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
    }
}
