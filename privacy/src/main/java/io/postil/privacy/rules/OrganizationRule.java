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
            "et fils",
            "y asociados",
            "e figli");
    private static final Words BEFORE =
            Words.of("cong ty tnhh", "cong ty co phan", "cong ty cp", "tap doan", "societe", "firma", "ngan hang tmcp");
    private static final String NAME = "[A-Z][A-Za-z0-9'&-]*";
    private static final LinearPattern BACKWARDS =
            LinearPattern.backwards(NAME + "(?:,? (?:&|and|und|et|y|e|de|du|la|of)? ?" + NAME + "){0,3},? ?");
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
        return List.of(FORMS, BEFORE);
    }

    @Override
    public void find(Reading reading, Found found) {
        var text = reading.text();
        var forms = reading.hitsOf(FORMS);
        for (int hit = 0; hit < forms.count(); hit++) {
            int at = forms.start(hit);
            boolean isForm =
                    at > 1 && text.charAt(at - 1) == ' ' && isWhole(text, forms.end(hit)) && isWritten(text, at);
            int start = isForm ? BACKWARDS.wholeStart(text, at) : -1;
            if (start >= 0) {
                boolean isDotted = forms.end(hit) < text.length() && text.charAt(forms.end(hit)) == '.';
                found.at(start, isDotted ? forms.end(hit) + 1 : forms.end(hit), SCORE);
            }
        }
        var before = reading.hitsOf(BEFORE);
        for (int hit = 0; hit < before.count(); hit++) {
            int from = before.end(hit) + 1;
            int end = NameRun.wordEnd(text, from);
            if (end > from + 1 && text.charAt(before.end(hit)) == ' ') {
                found.at(from, NameRun.end(text, from, end), SCORE);
            }
        }
    }

    private static boolean isWhole(String text, int end) {
        return end == text.length() || !Character.isLetterOrDigit(text.charAt(end));
    }

    /** Forms are written with a capital, those that join two names aside. */
    private static boolean isWritten(String text, int at) {
        char c = text.charAt(at);
        return Character.isUpperCase(c)
                || c == '&'
                || text.startsWith("and ", at)
                || text.startsWith("et ", at)
                || text.startsWith("y ", at)
                || text.startsWith("e.V", at)
                || text.startsWith("eG", at)
                || text.startsWith("e ", at);
    }
}
