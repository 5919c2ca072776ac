package io.postil.privacy.rules;

import io.postil.privacy.InstitutionWords;
import io.postil.privacy.Types;
import java.util.List;

/**
 * Schools, clinics, offices, firms and clubs by a word for what they are, beside a name with a capital: after it in English
 * ({@code Quillton Primary School}), before it in other languages ({@code lycée Aubertin}, {@code Kanzlei Aubert & Ngo}). The word belongs to
 * what is found where it has a capital itself.
 */
final class InstitutionRule implements Rule {
    private static final Words AFTER = Words.of(InstitutionWords.AFTER);
    private static final Words BEFORE = Words.of(InstitutionWords.BEFORE);
    private static final String WORD = "[A-Z][A-Za-z0-9'-]*";
    /** What stands between a name and the word after it: {@code Quillton Borough}. */
    private static final LinearPattern BACKWARDS = LinearPattern.backwards(
            "(?:St\\.? )?" + WORD + "(?:(?: (?:and|of|the|upon|on|in)| ?&)? " + WORD + "){0,3} ");
    /** A name after a word, and what links it: {@code du Vercors Sud}, {@code Ostertag & Ngo}, {@code Saint-Roch}. */
    private static final LinearPattern NAME = LinearPattern.of(
            " (?:(?:de la|de los|de las|de l'|della|dell'|degli|des|del|du|de|da|di|d'|St\\.|am|im|an der) ?)?[\"']?"
                    + WORD + "(?:(?: (?:de la|de|du|des|del|von|der|y|e|et|und|and|am|an der|of)| ?&)? " + WORD
                    + "){0,5}");

    private static final LinearPattern ARTICLE =
            LinearPattern.of("(?:The|A|An|At|In|To|From|For|Our|My|Your|Her|His|Their|Ask|Dear|Re) ");
    private static final double SCORE = 0.7;

    @Override
    public String name() {
        return "institution";
    }

    @Override
    public String type() {
        return Types.ORGANIZATION;
    }

    @Override
    public String about() {
        return "schools, clinics, offices, firms and clubs by a word for them beside a name";
    }

    @Override
    public List<Words> words() {
        return List.of(AFTER, BEFORE);
    }

    @Override
    public void find(Reading reading, Found found) {
        var text = reading.text();
        var after = reading.hitsOf(AFTER);
        for (int hit = 0; hit < after.count(); hit++) {
            int at = after.start(hit);
            int start = Scan.isUpper(text.charAt(at)) && isWhole(text, after.end(hit))
                    ? BACKWARDS.wholeStart(text, at)
                    : -1;
            int article = start < 0 ? -1 : ARTICLE.end(text, start, at);
            int from = article > 0 ? article : start;
            if (start >= 0 && from < at) {
                found.at(from, after.end(hit), SCORE);
            }
        }
        var before = reading.hitsOf(BEFORE);
        for (int hit = 0; hit < before.count(); hit++) {
            int start = before.start(hit);
            int end = NAME.wholeEnd(text, before.end(hit));
            if (end > 0) {
                found.at(Scan.isUpper(text.charAt(start)) ? start : before.end(hit) + 1, end, SCORE);
            }
        }
    }

    private static boolean isWhole(String text, int end) {
        return end == text.length() || !Reading.isLetterOrDigit(text.charAt(end));
    }
}
