package io.postil.privacy.rules;

import java.util.Arrays;

/**
 * One pass over a text that finds what rules begin with: groups of digits, long tokens, beginnings of words, and dots, colons and hyphens
 * with a letter or digit on either side.
 */
final class Scan {
    private static final byte WORD = 1;
    private static final byte DIGIT = 2;
    private static final byte TOKEN = 4;
    private static final byte JOINT = 8;
    private static final byte[] KINDS = new byte[0x80];

    static {
        for (char c = 0; c < KINDS.length; c++) {
            int word = Character.isLetterOrDigit(c) ? WORD | TOKEN : 0;
            int digit = DigitGroups.isDigit(c) ? DIGIT : 0;
            int token = c == '_' || c == '-' ? TOKEN : 0;
            int joint = c == '.' || c == ':' || c == '-' ? JOINT : 0;
            KINDS[c] = (byte) (word | digit | token | joint);
        }
    }

    private final String text;
    private final DigitGroups digits;
    private final Tokens tokens = new Tokens();
    private final Positions words = new Positions();
    private final Positions capitals = new Positions();
    private final Positions joints = new Positions();

    private Scan(String text) {
        this.text = text;
        this.digits = new DigitGroups(text);
    }

    static Scan of(String text) {
        var scan = new Scan(text);
        scan.read();
        return scan;
    }

    DigitGroups digits() {
        return digits;
    }

    Tokens tokens() {
        return tokens;
    }

    /** Where words begin. */
    Positions words() {
        return words;
    }

    /** Where words begin with a capital. */
    Positions capitals() {
        return capitals;
    }

    /** Where dots, colons and hyphens stand within words. */
    Positions joints() {
        return joints;
    }

    static boolean isLetterOrDigit(char c) {
        return c < KINDS.length ? (KINDS[c] & WORD) != 0 : Character.isLetterOrDigit(c);
    }

    private void read() {
        int before = 0;
        int digit = 0;
        int token = 0;
        for (int at = 0; at < text.length(); at++) {
            int kind = kind(text.charAt(at));
            int change = kind ^ before;
            if (change != 0) {
                if ((change & kind & WORD) != 0) {
                    addWord(at);
                }
                if ((change & DIGIT) != 0) {
                    digit = turned((kind & DIGIT) != 0, digit, at);
                }
                if ((change & TOKEN) != 0) {
                    token = tokenTurned((kind & TOKEN) != 0, token, at);
                }
                if ((kind & JOINT) != 0 && (before & WORD) != 0 && isWordAt(at + 1)) {
                    joints.add(at);
                }
                before = kind;
            }
        }
        if ((before & DIGIT) != 0) {
            digits.add(digit, text.length());
        }
        if ((before & TOKEN) != 0) {
            tokens.add(token, text.length());
        }
    }

    private void addWord(int at) {
        words.add(at);
        if (isUpper(text.charAt(at))) {
            capitals.add(at);
        }
    }

    static boolean isUpper(char c) {
        return c < 0x80 ? c >= 'A' && c <= 'Z' : Character.isUpperCase(c);
    }

    private int turned(boolean begins, int start, int at) {
        if (!begins) {
            digits.add(start, at);
        }
        return at;
    }

    private int tokenTurned(boolean begins, int start, int at) {
        if (!begins) {
            tokens.add(start, at);
        }
        return at;
    }

    private boolean isWordAt(int at) {
        return at < text.length() && (kind(text.charAt(at)) & WORD) != 0;
    }

    private static int kind(char c) {
        return c < KINDS.length ? KINDS[c] : Character.isLetterOrDigit(c) ? WORD : 0;
    }

    /** Places in a text, in order. */
    static final class Positions {
        private int[] places = new int[32];
        private int count;

        int count() {
            return count;
        }

        int at(int index) {
            return places[index];
        }

        void add(int place) {
            if (count == places.length) {
                places = Arrays.copyOf(places, count * 2);
            }
            places[count++] = place;
        }
    }
}
