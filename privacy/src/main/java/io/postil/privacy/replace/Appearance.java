package io.postil.privacy.replace;

import io.postil.privacy.Finding;
import io.postil.privacy.Finding.Source;
import io.postil.privacy.Types;
import java.util.Set;

/**
 * What the look of a model's finding says for or against it. The models' base may read no capitals, so it takes words for names that
 * the writer would have written large, and doubts names that nothing but their capital tells.
 *
 * @param beginsLarge whether the first letter of the text is a capital, so that its names should have one
 * @param areCapitalsRare whether few words have a capital, as in most languages and unlike German, so that one tells something
 */
record Appearance(String text, boolean beginsLarge, boolean areCapitalsRare) {
    private static final Set<String> NAMES = Set.of(Types.PERSON, Types.LOCATION, Types.ORGANIZATION);
    private static final double DOUBT = 0.4;
    private static final double DOUBT_OF_NAMES = 0.5;
    private static final double SUPPORT = 0.15;
    /** One word in so many, besides the first. */
    private static final int RARE = 4;
    /** A line of fewer words may be a name alone. */
    private static final int LEAST_LOUD = 3;
    /** Code units to each side, so that long lines take no longer. */
    private static final int NEAR = 100;

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
        if (!Shapes.fits(finding, text)) {
            return -1;
        }
        if (finding.type().equals(Types.DATE)) {
            return found.chars().anyMatch(Character::isDigit) ? 0 : -DOUBT;
        }
        boolean isName = NAMES.contains(finding.type());
        boolean hasCapital = found.chars().anyMatch(Character::isUpperCase);
        if ((isName || finding.type().equals(Types.ADDRESS)) && beginsLarge && !hasCapital) {
            return isName ? -DOUBT_OF_NAMES : -DOUBT;
        }
        return isName && areCapitalsRare && isCapitalTelling(finding.start()) ? SUPPORT : 0;
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

    /** Whether three words of the line at {@code at}, as far as it is near, are in capitals, and hardly a letter of it is not. */
    static boolean isLineLoud(String text, int at) {
        var before = text.substring(Math.max(0, at - NEAR), at);
        var after = text.substring(at, Math.min(text.length(), at + NEAR));
        int end = after.indexOf('\n');
        var line = before.substring(before.lastIndexOf('\n') + 1) + (end < 0 ? after : after.substring(0, end));
        long small = line.codePoints().filter(Character::isLowerCase).count();
        long capitals = line.codePoints().filter(Character::isUpperCase).count();
        return capitals >= 8 * small && WordRuns.of(line).count() >= LEAST_LOUD;
    }
}
