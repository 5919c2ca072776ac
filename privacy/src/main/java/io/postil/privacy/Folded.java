package io.postil.privacy;

import java.text.Normalizer;
import java.util.Locale;

/** Texts without case and accents, so that two writings of one name are the same. */
public final class Folded {
    private Folded() {}

    /** Lower case, no accents, letters and digits of compatible forms as plain ones (NFKD); the rest as it is. */
    public static String of(String text) {
        return stripped(text, false);
    }

    /** As {@link #of}, letters and digits alone: {@code Jean-Luc D.} and {@code jean luc d} are the same. */
    public static String bare(String text) {
        return stripped(text, true);
    }

    private static String stripped(String text, boolean isBare) {
        var folded = new StringBuilder(text.length());
        Normalizer.normalize(text, Normalizer.Form.NFKD)
                .codePoints()
                .filter(c -> isBare ? Character.isLetterOrDigit(c) : Character.getType(c) != Character.NON_SPACING_MARK)
                .forEach(folded::appendCodePoint);
        return folded.toString().toLowerCase(Locale.ROOT);
    }
}
