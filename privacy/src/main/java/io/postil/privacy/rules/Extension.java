package io.postil.privacy.rules;

import java.util.List;

/** The extension after a telephone number: {@code x4587}, {@code ext. 12}. */
final class Extension {
    private static final List<String> WORDS = List.of("extension", "poste", "durchwahl", "ext.", "ext", "x", "#");
    private static final int MOST_DIGITS = 7;

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
        return end;
    }

    private static int skipSpace(String text, int at) {
        return at < text.length() && text.charAt(at) == ' ' ? at + 1 : at;
    }
}
