package io.postil.privacy.rules;

import io.postil.privacy.Types;
import java.util.List;

/**
 * Addresses of houses: a word for a street with a name and a number beside it, in the order of English, French, German, Spanish, Italian or
 * Vietnamese, then the postal code and place that follow. Names must have a capital or the number must stand beside the word.
 */
final class AddressRule implements Rule {
    private static final String NAME = "[A-Z][A-Za-z'.-]*";
    private static final String LINK =
            "(?:de |du |des |de la |de l'|d'|del |della |dei |di |la |le |les |der |den |am |an der |im )?";
    private static final String NUMBER = "[0-9]{1,5}(?: ?[a-zA-Z]|-[0-9]{1,4}|/[0-9a-zA-Z]{1,4}| bis| ter)?";
    private static final String UNIT =
            "(?:,? ?(?:[Aa]pt\\.?|[Aa]partment|[Ss]uite|[Ss]te\\.?|[Uu]nit|[Ff]lat|[Aa]pp\\.?|[Bb]at\\.?|#) ?[0-9A-Za-z-]{1,6})?";
    private static final String BREAK = "(?:,? |, ?\n ?| ?\n ?)";
    private static final String PART = "[A-Z](?:[A-Za-z'-]*|t\\.)";
    private static final String PLACE = "(?:" + PART + "(?:[ -]" + PART + "){0,3})";
    private static final String CODE =
            "(?:[A-Z]{1,2}-)?[0-9]{4,6}(?:-[0-9]{3,4})?|[A-Z]{1,2}[0-9][0-9A-Z]? ?[0-9][A-Z]{2}";
    private static final String TAIL = "(?:" + BREAK + "(?:(?:" + CODE + ")(?: " + PLACE + ")?|" + PLACE
            + "(?:, ?[A-Z]{2}| [A-Z]{2})?,? (?:" + CODE + ")|" + PLACE + "(?:, [A-Z]{2})))?";
    /** From the word for a street on: {@code Street, Suite 4, Springfield 12345}. */
    private static final LinearPattern AFTER_ENGLISH = LinearPattern.of("[A-Za-z]+\\.?" + UNIT + TAIL);
    /** Before it, read backwards: {@code 12 Old Mill }. */
    private static final LinearPattern BEFORE_ENGLISH =
            LinearPattern.backwards(NUMBER + ",? (?:[NSEW]\\.? )?(?:(?:" + NAME + "|[0-9]{1,3}(?:st|nd|rd|th)) ){1,4}");

    private static final LinearPattern AFTER_ROMANCE = LinearPattern.of("[A-Za-z]+\\.? " + LINK + "(?:[a-z]{1,4} ){0,2}"
            + NAME + "(?:[ -]" + LINK + NAME + "){0,4}(?:,? (?:n[\u00b0o.]? ?)?" + NUMBER + ")?" + TAIL);
    private static final LinearPattern NUMBER_BEFORE = LinearPattern.backwards(NUMBER + ",? ");
    private static final LinearPattern AFTER_GERMAN = LinearPattern.of("[a-z]+\\.? " + NUMBER + TAIL);

    private static final double SCORE = 0.6;

    @Override
    public String name() {
        return "address";
    }

    @Override
    public String type() {
        return Types.ADDRESS;
    }

    @Override
    public String about() {
        return "addresses with a word for a street, its name and a number, and the postal code and place after them";
    }

    @Override
    public List<Words> words() {
        return List.of(StreetWords.ENGLISH, StreetWords.ENGLISH_CAPITAL, StreetWords.ROMANCE);
    }

    @Override
    public void find(Reading reading, Found found) {
        findEnglish(reading, reading.hitsOf(StreetWords.ENGLISH), false, found);
        findEnglish(reading, reading.hitsOf(StreetWords.ENGLISH_CAPITAL), true, found);
        findRomance(reading, found);
        findGerman(reading, found);
    }

    private static void findEnglish(Reading reading, Spans hits, boolean withCapital, Found found) {
        var text = reading.text();
        for (int hit = 0; hit < hits.count(); hit++) {
            boolean mayBe = !withCapital || Scan.isUpper(text.charAt(hits.start(hit)));
            int start = mayBe ? BEFORE_ENGLISH.wholeStart(text, hits.start(hit)) : -1;
            int end = start < 0 ? -1 : AFTER_ENGLISH.wholeEnd(text, hits.start(hit));
            if (end >= 0) {
                found.at(start, end, SCORE);
            }
        }
    }

    private static void findRomance(Reading reading, Found found) {
        var text = reading.text();
        var hits = reading.hitsOf(StreetWords.ROMANCE);
        for (int hit = 0; hit < hits.count(); hit++) {
            int end = AFTER_ROMANCE.wholeEnd(text, hits.start(hit));
            int number = end < 0 ? -1 : NUMBER_BEFORE.wholeStart(text, hits.start(hit));
            if (end >= 0 && (number >= 0 || hasDigit(text, hits.start(hit), end))) {
                found.at(number >= 0 ? number : hits.start(hit), end, SCORE);
            }
        }
    }

    /** {@code Musterstra\u00dfe 12}: the word for a street ends the name, so what stands before a number is looked at. */
    private static void findGerman(Reading reading, Found found) {
        var lower = reading.lower();
        var digits = reading.digits();
        for (int group = 0; group < digits.count(); group++) {
            int end = digits.start(group) - 1;
            int start = end > 0 && lower.charAt(end) == ' ' ? nameStart(lower, end) : -1;
            if (start >= 0 && isStreet(lower, end) && !isRank(reading, start, end)) {
                int word = wordStart(lower, end);
                found.at(start, Math.max(AFTER_GERMAN.wholeEnd(reading.text(), word + 1), digits.end(group)), SCORE);
            }
        }
    }

    private static boolean isStreet(String lower, int end) {
        int letters = lower.charAt(end - 1) == '.' ? end - 1 : end;
        return GERMAN.stream().anyMatch(word -> lower.startsWith(word, letters - word.length()));
    }

    /** {@code auf Platz 7}: without a name before it a rank. */
    private static boolean isRank(Reading reading, int start, int end) {
        var text = reading.text();
        boolean isAlone = reading.lower().substring(start, end).equals("platz");
        boolean isAfterName = start > 1
                && text.charAt(start - 1) == ' '
                && Scan.isUpper(text.charAt(wordStart(reading.lower(), start - 1)));
        return isAlone && !isAfterName;
    }

    private static final List<String> GERMAN = List.of(
            "strase", "strasse", "str", "weg", "platz", "allee", "gasse", "damm", "ufer", "ring", "straat", "laan",
            "plein", "gracht");
    private static final int LONGEST_NAME = 40;

    private static int nameStart(String lower, int end) {
        int start = wordStart(lower, end);
        return end - start >= 5 && end - start <= LONGEST_NAME ? start : -1;
    }

    private static int wordStart(String lower, int end) {
        int start = end;
        while (start > 0
                && end - start <= LONGEST_NAME
                && (Character.isLetter(lower.charAt(start - 1)) || "-.".indexOf(lower.charAt(start - 1)) >= 0)) {
            start--;
        }
        return start;
    }

    private static boolean hasDigit(String text, int start, int end) {
        return text.substring(start, end).chars().anyMatch(c -> c >= '0' && c <= '9');
    }
}
