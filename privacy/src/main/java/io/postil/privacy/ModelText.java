package io.postil.privacy;

import java.util.Arrays;

/**
 * A text as a model shall read it that looks for personal data. Tokenizers after BERT part words at spaces and punctuation, and an emoji
 * is neither: a name with one beside it is a word that no vocabulary has. So emoji, arrows and ornaments become spaces, as many as they
 * have code units, and every offset stays.
 */
public final class ModelText {
    private static final int FIRST_SIGN = 0x2190;
    private static final int LAST_SIGN = 0x2BFF;
    private static final int FIRST_EMOJI = 0x1F000;
    private static final int LAST_EMOJI = 0x1FBFF;
    private static final int FIRST_TAG = 0xE0020;
    private static final int LAST_TAG = 0xE007F;
    private static final String PARTS = "\u200D\u20E3\uFE0E\uFE0F";

    private ModelText() {}

    /** The text with signs blanked; as long as the text. */
    public static String of(String text) {
        char[] blanked = null;
        boolean isAfterSign = false;
        for (int at = 0; at < text.length(); at += Character.charCount(text.codePointAt(at))) {
            int codePoint = text.codePointAt(at);
            isAfterSign = isSign(codePoint) || (isAfterSign && isPart(codePoint));
            if (isAfterSign) {
                blanked = blanked == null ? text.toCharArray() : blanked;
                Arrays.fill(blanked, at, at + Character.charCount(codePoint), ' ');
            }
        }
        return blanked == null ? text : new String(blanked);
    }

    private static boolean isSign(int codePoint) {
        return isBetween(codePoint, FIRST_SIGN, LAST_SIGN) || isBetween(codePoint, FIRST_EMOJI, LAST_EMOJI);
    }

    /** What joins and varies emoji. */
    private static boolean isPart(int codePoint) {
        return PARTS.indexOf(codePoint) >= 0 || isBetween(codePoint, FIRST_TAG, LAST_TAG);
    }

    private static boolean isBetween(int codePoint, int first, int last) {
        return codePoint >= first && codePoint <= last;
    }
}
