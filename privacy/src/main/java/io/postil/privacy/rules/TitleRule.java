package io.postil.privacy.rules;

import java.util.List;
import java.util.Set;

/** Titles before a name: {@code Mrs.}, {@code Frau}; with a capital, and one after them. */
final class TitleRule implements Rule {
    /** Not among the types that are ranked: whatever overlaps it says more. */
    private static final String TITLE = "TITLE";

    static final Words TITLES = Words.of(
            "mr",
            "mrs",
            "ms",
            "miss",
            "dr",
            "prof",
            "professor",
            "doctor",
            "sir",
            "lady",
            "lord",
            "dame",
            "rev",
            "reverend",
            "hon",
            "sgt",
            "sergeant",
            "capt",
            "captain",
            "lt",
            "lieutenant",
            "col",
            "colonel",
            "senator",
            "judge",
            "madame",
            "monsieur",
            "mme",
            "mlle",
            "mademoiselle",
            "docteur",
            "maitre",
            "professeur",
            "herr",
            "frau",
            "doktor",
            "senor",
            "senora",
            "senorita",
            "sr",
            "sra",
            "srta",
            "don",
            "dona",
            "dna",
            "sig",
            "sig.ra",
            "sig.na",
            "dott.ssa",
            "doctora",
            "signor",
            "signora",
            "dott",
            "dottore",
            "avv",
            "d.a",
            "ing");
    private static final Set<String> UNMISTAKABLE = Set.of("mr", "mrs", "ms", "mme", "mlle");
    /** Longer words begin with some. */
    private static final Set<Character> ENDS = Set.of('.', ' ');

    private static final double SCORE = 0.5;

    @Override
    public String name() {
        return "title";
    }

    @Override
    public String type() {
        return TITLE;
    }

    @Override
    public String about() {
        return "titles before a name, in English, French, German, Spanish and Italian";
    }

    @Override
    public List<Words> words() {
        return List.of(TITLES);
    }

    @Override
    public void find(Reading reading, Found found) {
        var text = reading.text();
        var hits = reading.hitsOf(TITLES);
        for (int hit = 0; hit < hits.count(); hit++) {
            int end = hits.end(hit);
            if (end + 1 < text.length()
                    && ENDS.contains(text.charAt(end))
                    && isUpper(text, hits.start(hit))
                    && !reading.accents().isVietnamese(hits.start(hit), end)) {
                int dotted = text.charAt(end) == '.' ? end + 1 : end;
                int name = isUpper(text, dotted) ? dotted : dotted + 1;
                boolean isName = name == dotted || text.charAt(dotted) == ' ';
                boolean isBeforeName = isName && isUpper(text, name) && !isNobody(reading, name);
                if (isBeforeName || isUnmistakable(reading.lower(), text, hits.start(hit), end)) {
                    found.at(hits.start(hit), dotted, SCORE);
                }
            }
        }
    }

    /** {@code Mr.}, {@code Ms}: nothing else is written so. */
    private static boolean isUnmistakable(String lower, String text, int start, int end) {
        return UNMISTAKABLE.contains(lower.substring(start, end)) && !isUpper(text, start + 1);
    }

    private static boolean isNobody(Reading reading, int name) {
        return LedNames.isNobody(reading.lower().substring(name, NameRun.wordEnd(reading.text(), name)));
    }

    private static boolean isUpper(String text, int at) {
        return at < text.length() && Character.isUpperCase(text.charAt(at));
    }
}
