package io.postil.privacy.rules;

import io.postil.privacy.Types;
import java.util.List;

/** Persons by a given name of the list with a capital, and what follows it of a name. */
final class GivenNameRule implements Rule {
    static final Gazetteer NAMES = Gazetteer.read("given-names.txt", " ");
    /** Names that are words in small letters. */
    private static final Gazetteer WORDS_TOO = Gazetteer.of(List.of(
            "jean",
            "pierre",
            "olivier",
            "jackson",
            "frances",
            "jeanne",
            "theo",
            "donna",
            "margherita",
            "marcel",
            "charlotte",
            "martin",
            "jacques",
            "roger",
            "marc",
            "iris",
            "linda",
            "victor",
            "lara",
            "bruno",
            "hugo",
            "noah",
            "lena",
            "karin",
            "pascal",
            "angela"));

    /** After a given name alone they make it the name of a thing: {@code Victoria sponge}. */
    private static final Gazetteer THINGS = Gazetteer.of(List.of(
            "sponge",
            "cake",
            "plum",
            "plums",
            "potatoes",
            "salad",
            "pizza",
            "sauce",
            "tea",
            "cream",
            "line",
            "station",
            "screwdriver",
            "syndrome",
            "disease",
            "theorem",
            "equation",
            "technique",
            "falls",
            "cup",
            "cross",
            "award",
            "prize",
            "collar",
            "jumper",
            "hat",
            "server",
            "package"));

    /** After "Theo", which is "according to" in Vietnamese. */
    private static final Gazetteer RULINGS = Gazetteer.of(Words.listed("""
            quy, khoan, dieu, luat, thong, yeu, huong, lich, hop, nghi, ket, so, ke, bao, nhu, du, chinh, phap,
            mau, danh, tieu, toi, tinh"""));

    private static final int LEAST_SMALL = 4;
    private static final double ALONE = 0.6;
    /** Names that are units, planets, dishes, shops or words as often; alone they need a word before them, or the model's word. */
    private static final Gazetteer UNSURE = Gazetteer.of(Words.listed("""
            kelvin, pascal, marte, norma, zara, margarita, margherita, macarena, regina, solange, malin, belen, rocio, ariane,
            madison, tiffany, soledad, amparo, juliet"""));

    private static final double ALONE_AND_UNSURE = 0.3;
    private static final double FULL = 0.8;

    @Override
    public String name() {
        return "given-name";
    }

    @Override
    public String type() {
        return Types.PERSON;
    }

    @Override
    public String about() {
        return "given names of a list, with a capital, and the names after them; without one in texts that have none";
    }

    @Override
    public void find(Reading reading, Found found) {
        if (reading.scan().capitals().count() == 0) {
            findSmall(reading, found);
            return;
        }
        var text = reading.text();
        var starts = reading.scan().capitals();
        int readTo = 0;
        for (int i = 0; i < starts.count(); i++) {
            int start = starts.at(i);
            if (start >= readTo) {
                int end = NameRun.wordEnd(text, start);
                if (end - start > 1 && isGiven(reading.lower(), start, end) && !isVietnamese(reading, start, end)) {
                    readTo = isAloneBeforeLink(reading, start, end) ? end : NameRun.end(text, start, end);
                    if (readTo > end || !isThing(reading.lower(), end)) {
                        found.at(start, readTo, readTo > end ? FULL : alone(reading.lower(), start, end));
                    }
                }
            }
        }
    }

    /** {@code Solange der Vorrat reicht}: the link is of the sentence. */
    private static boolean isAloneBeforeLink(Reading reading, int start, int end) {
        var text = reading.text();
        boolean isLinked =
                end + 1 < text.length() && text.charAt(end) == ' ' && Character.isLowerCase(text.charAt(end + 1));
        return isLinked && UNSURE.has(reading.lower(), start, end);
    }

    private static double alone(String lower, int start, int end) {
        return UNSURE.has(lower, start, end) ? ALONE_AND_UNSURE : ALONE;
    }

    /** Where nothing has a capital, names need none. */
    private static void findSmall(Reading reading, Found found) {
        var lower = reading.lower();
        var starts = reading.scan().words();
        for (int i = 0; i < starts.count(); i++) {
            int start = starts.at(i);
            int end = start;
            while (end < lower.length() && Scan.isLetterOrDigit(lower.charAt(end))) {
                end++;
            }
            if (end - start >= LEAST_SMALL && NAMES.has(lower, start, end) && !WORDS_TOO.has(lower, start, end)) {
                found.at(start, end, alone(lower, start, end));
            }
        }
    }

    private static boolean isThing(String lower, int nameEnd) {
        return isBefore(THINGS, lower, nameEnd);
    }

    /** A word of that language, which the list has none of the names of. */
    private static boolean isVietnamese(Reading reading, int start, int end) {
        var lower = reading.lower();
        boolean isAccordingTo = lower.startsWith("theo", start) && end - start == 4 && isBefore(RULINGS, lower, end);
        return isAccordingTo || reading.accents().isVietnamese(start, end);
    }

    /** Whether the next word is one of a list. */
    private static boolean isBefore(Gazetteer words, String lower, int wordEnd) {
        int end = wordEnd + 1;
        while (end < lower.length() && Scan.isLetterOrDigit(lower.charAt(end))) {
            end++;
        }
        return end > wordEnd + 1 && lower.charAt(wordEnd) == ' ' && words.has(lower, wordEnd + 1, end);
    }

    /** Whether a word, or what stands before its hyphen, is on the list. */
    static boolean isGiven(String lower, int start, int end) {
        if (NAMES.has(lower, start, end)) {
            return true;
        }
        int hyphen = lower.indexOf('-', start);
        return hyphen > start && hyphen < end && NAMES.has(lower, start, hyphen);
    }
}
