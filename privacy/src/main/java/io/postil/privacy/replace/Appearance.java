package io.postil.privacy.replace;

import io.postil.privacy.Finding;
import io.postil.privacy.Finding.Source;
import io.postil.privacy.Types;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What the look of a model's finding says for or against it. The models' base may read no capitals, so it takes words for names that
 * the writer would have written large, and doubts names that nothing but their capital tells.
 *
 * @param beginsLarge whether the first letter of the text is a capital, so that its names should have one
 * @param areCapitalsRare whether few words have a capital, as in most languages and unlike German, so that one tells something
 */
record Appearance(String text, boolean beginsLarge, boolean areCapitalsRare) {
    private static final Set<String> NAMES = Set.of(Types.PERSON, Types.LOCATION, Types.ORGANIZATION);
    private static final Pattern IN_THOUSANDS = Pattern.compile("[0-9]{1,3}(?:\\.[0-9]{3}){1,4}");
    private static final double DOUBT = 0.4;
    private static final double SUPPORT = 0.15;
    /** One word in so many, besides the first. */
    private static final int RARE = 4;

    static Appearance of(String text) {
        var words = WordRuns.of(text);
        int capitals = 0;
        for (int i = 1; i < words.count(); i++) {
            capitals += words.isCapital(i) ? 1 : 0;
        }
        boolean beginsLarge = words.count() > 0 && words.isCapital(0);
        return new Appearance(text, beginsLarge, capitals * RARE <= words.count());
    }

    /** What is added to the score of a finding, or taken off it. */
    double weight(Finding finding) {
        if (finding.source() != Source.MODEL) {
            return 0;
        }
        var found = text.substring(finding.start(), finding.end());
        if (finding.type().equals(Types.PHONE) && !mayBePhone(found)) {
            return -1;
        }
        if (finding.type().equals(Types.DATE)) {
            return !mayBeDate(found) ? -1 : found.chars().anyMatch(Character::isDigit) ? 0 : -DOUBT;
        }
        boolean isName = NAMES.contains(finding.type());
        boolean hasCapital = found.chars().anyMatch(Character::isUpperCase);
        if ((isName || finding.type().equals(Types.ADDRESS)) && beginsLarge && !hasCapital) {
            return -DOUBT;
        }
        return isName && areCapitalsRare && isCapitalTelling(finding.start()) ? SUPPORT : 0;
    }

    /** No run of digits is longer than a year, or as long and none: {@code 1187/2021} is a number of a file. */
    private static boolean mayBeDate(String found) {
        int start = 0;
        for (int at = 0; at <= found.length(); at++) {
            if (at < found.length() && Character.isDigit(found.charAt(at))) {
                continue;
            }
            boolean isYear = at - start == 4
                    && "12".indexOf(found.charAt(start)) >= 0
                    && "90".indexOf(found.charAt(start + 1)) >= 0;
            boolean isCompact = at - start == 8 || at - start == 6;
            if (at - start > 2 && !isYear && !isCompact) {
                return false;
            }
            start = at + 1;
        }
        return true;
    }

    /** Six digits, no decimals, no dots between thousands, and no letter right beside one; or words alone, as numbers are spelled out. */
    private static boolean mayBePhone(String found) {
        int digits = 0;
        int letters = 0;
        boolean isMixed = found.indexOf(',') >= 0;
        for (int i = 0; i < found.length(); i++) {
            digits += Character.isDigit(found.charAt(i)) ? 1 : 0;
            letters += Character.isLetter(found.charAt(i)) ? 1 : 0;
            isMixed |= i > 0 && areLetterAndDigit(found.charAt(i - 1), found.charAt(i));
        }
        return (digits >= 6 && !isMixed && !IN_THOUSANDS.matcher(found).matches()) || (digits == 0 && letters > 6);
    }

    private static boolean areLetterAndDigit(char one, char other) {
        return (Character.isLetter(one) && Character.isDigit(other))
                || (Character.isDigit(one) && Character.isLetter(other));
    }

    /** Whether a capital stands there that no beginning of a sentence or line accounts for. */
    private boolean isCapitalTelling(int start) {
        return Character.isUpperCase(text.codePointAt(start)) && !beginsSentence(text, start);
    }

    /** Whether the beginning of a sentence or line accounts for a capital at {@code start}. */
    static boolean beginsSentence(String text, int start) {
        int before = start - 1;
        while (before >= 0 && " \"'(\u00ab\u201e\u201c".indexOf(text.charAt(before)) >= 0) {
            before--;
        }
        return before < 0 || ".!?\n:-|\u2022".indexOf(text.charAt(before)) >= 0;
    }
}
