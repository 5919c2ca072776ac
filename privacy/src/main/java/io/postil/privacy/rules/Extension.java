package io.postil.privacy.rules;

import java.util.List;

/** The extension after a telephone number: {@code x4587}, {@code ext. 12}. */
final class Extension {
    private static final List<String> WORDS = List.of("extension", "poste", "durchwahl", "ext.", "ext", "x", "#");
    private static final int MOST_DIGITS = 7;
    /** Its sign and four digits. */
    private static final int MOST_SHORT = 5;

    private Extension() {}

    /** Where the number that ends at {@code end} ends with its extension. */
    static int end(Reading reading, int end) {
        var lower = reading.lower();
        int word = skipSpace(lower, end);
        for (String sign : WORDS) {
            if (lower.startsWith(sign, word)) {
                int digits = skipSpace(lower, word + sign.length());
                int at = digits;
                while (at < lower.length() && at - digits < MOST_DIGITS && DigitGroups.isDigit(lower.charAt(at))) {
                    at++;
                }
                return at > digits ? at : end;
            }
        }
        return shortEnd(lower, end);
    }

    /** {@code 089/123456-0}, {@code 06 12 34 56 78/79}: right after the number, up to four digits and no more. */
    private static int shortEnd(String text, int end) {
        int at = end + 1;
        while (at < text.length() && at - end <= MOST_SHORT && DigitGroups.isDigit(text.charAt(at))) {
            at++;
        }
        boolean isShort = at - end >= 2
                && at - end <= MOST_SHORT
                && (text.charAt(end) == '-' || (text.charAt(end) == '/' && at - end >= 3));
        boolean goesOn = isShort
                && at < text.length()
                && (Scan.isLetterOrDigit(text.charAt(at)) || text.charAt(at) == text.charAt(end));
        return isShort && !goesOn ? at : end;
    }

    private static int skipSpace(String text, int at) {
        return at < text.length() && text.charAt(at) == ' ' ? at + 1 : at;
    }
}
