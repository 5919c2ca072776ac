package io.postil.privacy.rules;

import java.text.Normalizer;
import java.util.Locale;

/**
 * How a character reads to a rule:
 *
 * <ul>
 *   <li>digits of any script are ASCII digits, full-width and styled forms are ASCII (Unicode NFKD);
 *   <li>letters lose their accents; combining marks vanish;
 *   <li>soft hyphens, zero-width and directional characters, variation selectors vanish;
 *   <li>spaces of any width are a space, line and paragraph separators a line feed, dashes a hyphen, curly apostrophes straight;
 *   <li>Cyrillic and Greek letters that look like Latin ones are those.
 * </ul>
 *
 * Everything else stays as it is, lone surrogates too.
 */
final class Folding {
    /** What decomposes into more stands for words, and would let a small text grow large. */
    private static final int LONGEST = 6;

    private static final String GONE = "";
    private static final String LOOKALIKES = "АВЕКМНОРСТХІЈЅаеорсухіјѕΑΒΕΖΗΙΚΜΝΟΡΤΥΧοđĐłŁøØıß";
    private static final String LATIN = "ABEKMHOPCTXIJSaeopcyxijsABEZHIKMNOPTYXodDlLoOis";

    private static final String[] ASCII = new String[0x80];
    /** Normalizing is slow, and most characters of most texts stand below this. */
    private static final String[] COMMON = new String[0x2200];

    static {
        for (int i = 0; i < ASCII.length; i++) {
            ASCII[i] = String.valueOf((char) i);
        }
        for (int i = 0; i < COMMON.length; i++) {
            COMMON[i] = i < ASCII.length ? ASCII[i] : find(i);
        }
    }

    private Folding() {}

    static String fold(int codePoint) {
        return codePoint < COMMON.length ? COMMON[codePoint] : find(codePoint);
    }

    private static String find(int codePoint) {
        if (codePoint < ASCII.length) {
            return ASCII[codePoint];
        }
        if (Character.isDigit(codePoint)) {
            return ASCII['0' + Character.digit(codePoint, 10)];
        }
        int lookalike = LOOKALIKES.indexOf(codePoint);
        return lookalike >= 0 ? ASCII[LATIN.charAt(lookalike)] : byCategory(codePoint);
    }

    /** A whole word, folded and in lower case: how a context word is looked for. */
    static String word(String word) {
        var folded = new StringBuilder();
        word.codePoints().forEach(codePoint -> folded.append(fold(codePoint)));
        return folded.toString().toLowerCase(Locale.ROOT);
    }

    private static String byCategory(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.FORMAT, Character.NON_SPACING_MARK, Character.ENCLOSING_MARK -> GONE;
            case Character.SPACE_SEPARATOR -> ASCII[' '];
            case Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> ASCII['\n'];
            case Character.DASH_PUNCTUATION -> ASCII['-'];
            default -> bySign(codePoint);
        };
    }

    private static String bySign(int codePoint) {
        return switch (codePoint) {
            case 0x115F, 0x1160, 0x3164, 0xFFA0, 0x2800 -> GONE;
            case 0x85 -> ASCII['\n'];
            case 0x2212, 0x2043 -> ASCII['-'];
            case 0x2044, 0x2215 -> ASCII['/'];
            case 0x3002, 0x2024, 0xB7, 0x2022, 0x2219 -> ASCII['.'];
            case 0x2018, 0x2019 -> ASCII['\''];
            default -> decomposed(codePoint);
        };
    }

    private static boolean isHangul(int codePoint) {
        return codePoint >= 0xAC00 && codePoint <= 0xD7A3;
    }

    private static String decomposed(int codePoint) {
        var letter = Character.toString(codePoint);
        if (isHangul(codePoint) || Normalizer.isNormalized(letter, Normalizer.Form.NFKD)) {
            return letter;
        }
        var decomposed = Normalizer.normalize(letter, Normalizer.Form.NFKD);
        if (decomposed.length() > LONGEST) {
            return letter;
        }
        var parts = new StringBuilder();
        decomposed.codePoints().forEach(part -> parts.append(find(part)));
        return parts.toString();
    }
}
