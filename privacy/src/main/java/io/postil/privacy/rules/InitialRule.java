package io.postil.privacy.rules;

import io.postil.privacy.Types;
import java.util.List;

/** Persons by an initial or more with dots before a name: {@code G. Pfannenstiel}, {@code E. C. Aydin}. */
final class InitialRule implements Rule {
    private static final int LEAST = 3;
    private static final int MOST_INITIALS = 3;
    /** Abbreviations of two letters that words with a capital follow. */
    private static final Gazetteer NO_INITIALS =
            Gazetteer.of(List.of("u.s", "u. s", "u.k", "d.c", "p.s", "p. s", "n.b", "e.u", "a.d", "b.c"));

    /** Words that a letter follows. */
    private static final Gazetteer BEFORE_LETTERS = Gazetteer.of(Words.listed("""
            plan, vitamin, vitamine, vitamina, group, gruppe, groupe, grupo, class, klasse, classe, clase,
            part, teil, partie, parte, annexe, annex, anexo, anhang, appendix, option, opcion, type, typ, tipo,
            hepatitis, step, figure, slot, panel, tab, fach, abbildung, section, abschnitt, schema, point, punkt, punto, building,
            block, gate, hall, halle, room, level, grade, key, droite, question, answer, variante, variant,
            version, model, phase, zone, team, and, or, und, oder, et, ou, y, e, o, than, is"""));

    @Override
    public String name() {
        return "name-initial";
    }

    @Override
    public String type() {
        return Types.PERSON;
    }

    @Override
    public String about() {
        return "a name after initials with dots";
    }

    @Override
    public void find(Reading reading, Found found) {
        var text = reading.text();
        var capitals = reading.scan().capitals();
        int readTo = 0;
        for (int i = 0; i < capitals.count(); i++) {
            int start = capitals.at(i);
            if (start >= readTo && isInitial(text, start) && !isAfterDot(text, start)) {
                int name = nameStart(text, start);
                int end = NameRun.wordEnd(text, name);
                boolean isName = end - name >= LEAST && Character.isLowerCase(text.charAt(end - 1));
                if (isName
                        && !isLetter(reading.lower(), start)
                        && !reading.accents().isVietnamese(name, end)
                        && !NO_INITIALS.has(reading.lower(), start, lastDot(text, name))) {
                    readTo = NameRun.end(text, name, end);
                    if (!isHeading(text, start, name, readTo)) {
                        found.at(start, readTo, 0.6);
                    }
                }
            }
        }
    }

    private static boolean isInitial(String text, int at) {
        return at + 1 < text.length() && text.charAt(at + 1) == '.' && Character.isUpperCase(text.charAt(at));
    }

    /** {@code z. B. Kaffee}: a part of an abbreviation. */
    private static boolean isAfterDot(String text, int start) {
        int before = start > 0 && text.charAt(start - 1) == ' ' ? start - 2 : start - 1;
        boolean isShort = before > 0
                && Character.isLetter(text.charAt(before - 1))
                && (before == 1 || !Character.isLetter(text.charAt(before - 2)));
        return before >= 0 && text.charAt(before) == '.' && isShort;
    }

    /** {@code vitamin C. Boil}, {@code at 20 °C. Stir}: a letter that ends a sentence. */
    private static boolean isLetter(String lower, int start) {
        int end = start - 1;
        if (end < 1 || lower.charAt(end) != ' ') {
            return end >= 0 && !Character.isWhitespace(lower.charAt(end)) && "(\"':,/".indexOf(lower.charAt(end)) < 0;
        }
        int from = end;
        while (from > 0 && Scan.isLetterOrDigit(lower.charAt(from - 1))) {
            from--;
        }
        if (from == end) {
            return "=+<>&*/\u00d7\u00f7\u2212".indexOf(lower.charAt(end - 1)) >= 0;
        }
        return (BEFORE_LETTERS.has(lower, from, end) || DigitGroups.isDigit(lower.charAt(end - 1)));
    }

    /** {@code A. Budget for next year}: one initial at the beginning of a line that goes on after the name. */
    private static boolean isHeading(String text, int start, int name, int end) {
        boolean isFirst = start == 0
                || "\n-".indexOf(text.charAt(start - 1)) >= 0
                || (start > 1 && text.charAt(start - 1) == ' ' && ".!?\n)-".indexOf(text.charAt(start - 2)) >= 0);
        boolean goesOn = end < text.length() && text.charAt(end) != '\n' && !text.startsWith("  ", end);
        return isFirst && name - start <= 3 && goesOn;
    }

    private static int nameStart(String text, int start) {
        int at = start;
        for (int initials = 0; initials < MOST_INITIALS && isInitial(text, at); initials++) {
            at += 2;
            at += at < text.length() && text.charAt(at) == ' ' ? 1 : 0;
        }
        return at;
    }

    private static int lastDot(String text, int name) {
        return text.charAt(name - 1) == ' ' ? name - 2 : name - 1;
    }
}
