package io.postil.privacy.replace;

import io.postil.privacy.Finding;
import io.postil.privacy.Finding.Source;
import io.postil.privacy.Types;
import java.util.Set;

/**
 * Whether capitals speak against a name: a model that reads no capitals takes words for names which the writer would have written large.
 *
 * @param beginsLarge whether the first letter of the text is a capital, so that its names should have one
 */
record Casing(String text, boolean beginsLarge) {
    private static final Set<String> NAMES = Set.of(Types.PERSON, Types.LOCATION, Types.ORGANIZATION);
    private static final double DOUBT = 0.2;

    static Casing of(String text) {
        int at = 0;
        while (at < text.length() && !Character.isLetter(text.charAt(at))) {
            at++;
        }
        return new Casing(text, at < text.length() && Character.isUpperCase(text.charAt(at)));
    }

    /** What is taken off the score of a finding. */
    double doubt(Finding finding) {
        boolean isName = finding.source() == Source.MODEL && NAMES.contains(finding.type());
        return isName && beginsLarge && !hasCapital(finding) ? DOUBT : 0;
    }

    private boolean hasCapital(Finding finding) {
        return text.substring(finding.start(), finding.end()).chars().anyMatch(Character::isUpperCase);
    }
}
