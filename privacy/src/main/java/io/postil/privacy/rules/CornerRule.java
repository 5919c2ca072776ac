package io.postil.privacy.rules;

import io.postil.privacy.Types;
import java.util.List;

/**
 * Where two streets meet: {@code the corner of Quill St and 5th}, {@code à l'angle de la rue Plume et du quai Sable}. The names have a capital or a
 * number, or in lower case a word for a street or a number at their end.
 */
final class CornerRule implements Rule {
    private static final Words CORNERS = Words.of(
            "corner of",
            "intersection of",
            "crossing of",
            "angle de",
            "angle du",
            "angle des",
            "coin de",
            "coin du",
            "coin des",
            "croisement de",
            "croisement du",
            "esquina de",
            "esquina con",
            "cruce de",
            "angolo tra",
            "angolo di",
            "incrocio tra",
            "ecke von",
            "kreuzung von");
    private static final String ARTICLE = "(?:the |la |le |les |l'|de la |de l'|des |du |de |della |der |die )?";
    private static final String NUMBER = "[0-9]{1,5}(?:st|nd|rd|th|[a-z])?";
    private static final String NAME = "(?:[A-Z][A-Za-z'-]*|[A-Z][a-z]{0,3}\\.|" + NUMBER + ")";
    private static final String LINKED = "(?:(?:de|du|des|de la|la|del|der|van|of|do|da) )?" + NAME;
    private static final String STREET = ARTICLE + "(?:[a-z]{2,9}\\.? )?" + NAME + "(?: " + LINKED + "){0,4}";
    private static final String SMALL = ARTICLE + "(?:[a-z0-9'-]+ ){0,3}(?:" + NUMBER
            + "|(?:streets?|st|roads?|rd|avenues?|ave|lane|ln|drive|dr|court|courts|blvd|boulevard|way|broadway)\\.?)";
    private static final String AND = "\\.?(?: and | & |/| et | y | e | und | con )";
    private static final LinearPattern CAPITAL = LinearPattern.of(" " + STREET + AND + STREET);
    private static final LinearPattern IN_LOWER_CASE = LinearPattern.of(" " + SMALL + AND + SMALL);
    private static final String THE = "the ";
    private static final double SCORE = 0.7;

    @Override
    public String name() {
        return "corner";
    }

    @Override
    public String type() {
        return Types.ADDRESS;
    }

    @Override
    public String about() {
        return "where two streets meet, in English, French, German, Spanish and Italian";
    }

    @Override
    public List<Words> words() {
        return List.of(CORNERS);
    }

    @Override
    public void find(Reading reading, Found found) {
        var text = reading.text();
        var hits = reading.hitsOf(CORNERS);
        for (int hit = 0; hit < hits.count(); hit++) {
            int end = Math.max(
                    CAPITAL.wholeEnd(text, hits.end(hit)), IN_LOWER_CASE.wholeEnd(reading.lower(), hits.end(hit)));
            if (end >= 0) {
                int the = hits.start(hit) - THE.length();
                found.at(reading.lower().startsWith(THE, the) ? the : hits.start(hit), end, SCORE);
            }
        }
    }
}
