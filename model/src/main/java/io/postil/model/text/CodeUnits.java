package io.postil.model.text;

/** Code points, which tokenizers count in, and UTF-16 code units, which this library counts in. */
public final class CodeUnits {
    private static final char REPLACEMENT = '\uFFFD';

    private CodeUnits() {}

    /**
     * The text with each lone surrogate replaced by U+FFFD, one code unit for one: none passes through the native interface's
     * modified UTF-8 unchanged.
     */
    public static String wellFormed(String text) {
        StringBuilder changed = null;
        for (int i = 0; i < text.length(); i++) {
            if (isPair(text, i)) {
                i++;
            } else if (Character.isSurrogate(text.charAt(i))) {
                changed = changed == null ? new StringBuilder(text) : changed;
                changed.setCharAt(i, REPLACEMENT);
            }
        }
        return changed == null ? text : changed.toString();
    }

    private static boolean isPair(String text, int i) {
        return Character.isHighSurrogate(text.charAt(i))
                && i + 1 < text.length()
                && Character.isLowSurrogate(text.charAt(i + 1));
    }

    /** For each code point of a well-formed text, and for its end, the code unit where it begins. */
    public static int[] starts(String text) {
        int points = text.codePointCount(0, text.length());
        int[] starts = new int[points + 1];
        int unit = 0;
        for (int point = 0; point < points; point++) {
            starts[point] = unit;
            unit += Character.charCount(text.codePointAt(unit));
        }
        starts[points] = unit;
        return starts;
    }
}
