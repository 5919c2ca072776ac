package io.postil.privacy.rules;

import io.postil.privacy.Types;
import java.util.List;

/** Companies by their legal form: {@code Hexley Tiles Ltd}, {@code Société Martin SARL}, {@code Công ty TNHH Sao Khuê}. */
final class OrganizationRule implements Rule {
    private static final Words FORMS = Words.of(
            "ltd",
            "limited",
            "inc",
            "incorporated",
            "llc",
            "llp",
            "plc",
            "corp",
            "corporation",
            "gmbh",
            "ag",
            "kg",
            "ug",
            "ohg",
            "e.v",
            "eg",
            "s.a",
            "sa",
            "sas",
            "sarl",
            "snc",
            "s.l",
            "s.p.a",
            "spa",
            "s.r.l",
            "srl",
            "b.v",
            "bv",
            "n.v",
            "oy",
            "a/s",
            "pty",
            "and sons",
            "and co",
            "and partners",
            "and associates",
            "und sohne",
            "und partner",
            "et fils",
            "et cie",
            "et associes",
            "y asociados",
            "e hijos",
            "y hijos",
            "e figli");
    /** After an ampersand. */
    private static final Words JOINED = Words.of(
            "sons",
            "son",
            "co",
            "cie",
            "company",
            "partners",
            "partner",
            "associates",
            "brothers",
            "daughters",
            "sohne",
            "sohn",
            "fils",
            "associes",
            "hijos",
            "asociados",
            "figli",
            "zonen",
            "filhos");
    /** {@code GmbH & Co. KG}. */
    private static final LinearPattern MORE = LinearPattern.of("\\.? ?(?:&|\\+|und) ?Co\\.?(?: ?KG(?:aA)?| ?OHG)?");

    private static final Words BEFORE =
            Words.of("cong ty tnhh", "cong ty co phan", "cong ty cp", "tap doan", "societe", "firma", "ngan hang tmcp");
    private static final String NAME = "[A-Z][A-Za-z0-9'&-]*";
    private static final LinearPattern BACKWARDS =
            LinearPattern.backwards(NAME + "(?:(?: (?:and|und|et|y|e|de|du|la|of)| ?&|,? &)? " + NAME + "){0,3},? ?");
    private static final LinearPattern ARTICLE =
            LinearPattern.of("(?:The|Die|Der|Das|Dem|Den|La|Le|Les|El|Los|Las|Il|Lo|Gli) ");
    private static final double SCORE = 0.8;

    @Override
    public String name() {
        return "organization";
    }

    @Override
    public String type() {
        return Types.ORGANIZATION;
    }

    @Override
    public String about() {
        return "companies by their legal form";
    }

    @Override
    public List<Words> words() {
        return List.of(FORMS, JOINED, BEFORE);
    }

    @Override
    public void find(Reading reading, Found found) {
        findForms(reading, found);
        findJoined(reading, found);
        var text = reading.text();
        var before = reading.hitsOf(BEFORE);
        for (int hit = 0; hit < before.count(); hit++) {
            int from = before.end(hit) + 1;
            int end = NameRun.wordEnd(text, from);
            if (end > from + 1 && text.charAt(before.end(hit)) == ' ') {
                found.at(from, NameRun.end(text, from, end), SCORE);
            }
        }
    }

    private static void findForms(Reading reading, Found found) {
        var text = reading.text();
        var forms = reading.hitsOf(FORMS);
        for (int hit = 0; hit < forms.count(); hit++) {
            int at = forms.start(hit);
            boolean isForm =
                    at > 1 && text.charAt(at - 1) == ' ' && isWhole(text, forms.end(hit)) && isWritten(text, at);
            int start = isForm ? withoutArticle(text, BACKWARDS.wholeStart(text, at), at) : -1;
            if (start >= 0) {
                found.at(start, end(text, forms.end(hit)), SCORE);
            }
        }
    }

    /** {@code Hexley & Sons}. */
    private static void findJoined(Reading reading, Found found) {
        var text = reading.text();
        var hits = reading.hitsOf(JOINED);
        for (int hit = 0; hit < hits.count(); hit++) {
            int at = hits.start(hit);
            int sign = at > 2 && text.charAt(at - 1) == ' ' ? at - 2 : at - 1;
            boolean isJoined = sign > 1
                    && text.charAt(sign) == '&'
                    && isWhole(text, hits.end(hit))
                    && Character.isUpperCase(text.charAt(at));
            int start = isJoined ? BACKWARDS.wholeStart(text, sign) : -1;
            if (start >= 0) {
                found.at(start, end(text, hits.end(hit)), SCORE);
            }
        }
    }

    /** Where a name begins after its article; the name may be the article's only word. */
    private static int withoutArticle(String text, int start, int end) {
        int article = start < 0 ? -1 : ARTICLE.end(text, start, end);
        return article < 0 || article >= end ? start : article;
    }

    /** With the dot and what may follow a form. */
    private static int end(String text, int end) {
        int more = MORE.wholeEnd(text, end);
        int last = Math.max(end, more);
        return last < text.length() && text.charAt(last) == '.' ? last + 1 : last;
    }

    private static boolean isWhole(String text, int end) {
        return end == text.length() || !Character.isLetterOrDigit(text.charAt(end));
    }

    /** Forms are written with a capital, those that join two names aside. */
    private static boolean isWritten(String text, int at) {
        char c = text.charAt(at);
        return Character.isUpperCase(c)
                || c == '&'
                || isLink(text, at, "and ")
                || isLink(text, at, "und ")
                || text.startsWith("et ", at)
                || text.startsWith("y ", at)
                || text.startsWith("e.V", at)
                || text.startsWith("eG", at)
                || text.startsWith("e ", at);
    }

    /** {@code and Sons}: a capital after it. */
    private static boolean isLink(String text, int at, String link) {
        return text.startsWith(link, at) && Character.isUpperCase(text.charAt(at + link.length()));
    }
}
