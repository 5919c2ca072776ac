package io.postil.privacy.rules;

import java.util.List;

/** Tells three groups of digits that are a date: {@code 2030-01-31}, {@code 31.01.2030}, {@code 1/31/30}. */
final class Dates {
    private static final List<String> SEPARATORS = List.of("-", "/", ".", " ", " - ", " / ", ". ", "_");

    private Dates() {}

    /** Whether a date is among the groups of {@code numeral}. */
    static boolean isDateInside(Numeral numeral) {
        for (int first = numeral.first(); first + 2 <= numeral.last(); first++) {
            if (isDate(new Numeral(numeral.reading(), first, first + 2))) {
                return true;
            }
        }
        return false;
    }

    /** Whether a text of digits and separators alone is a date. */
    static boolean looksLikeOne(String text) {
        var reading = new Reading(ShadowText.of(text));
        return reading.digits().count() == 3 && isDate(new Numeral(reading, 0, 2));
    }

    /** Whether three groups are a date that no further group of the same kind follows or precedes. */
    static boolean isDate(Numeral numeral) {
        boolean fits = isShort(numeral, 1) && (isShort(numeral, 0) || isShort(numeral, 2));
        if (!fits || !numeral.isEven() || !SEPARATORS.contains(numeral.separator(0))) {
            return false;
        }
        boolean isLoose = numeral.separator(0).equals(" ");
        return isYearFirst(numeral) || isYearLast(numeral, isLoose);
    }

    private static boolean isShort(Numeral numeral, int group) {
        return numeral.groupLength(group) <= 2;
    }

    private static boolean isYearFirst(Numeral numeral) {
        return numeral.groupLength(0) == 4
                && isYear(value(numeral, 0))
                && numeral.groupLength(1) <= 2
                && numeral.groupLength(2) <= 2
                && isDayAndMonth(value(numeral, 1), value(numeral, 2));
    }

    private static boolean isYearLast(Numeral numeral, boolean isLoose) {
        if (numeral.groupLength(0) > 2 || numeral.groupLength(1) > 2) {
            return false;
        }
        boolean isFull = numeral.groupLength(2) == 4 && isYear(value(numeral, 2));
        boolean isShort = numeral.groupLength(2) == 2
                && !isLoose
                && (numeral.groupLength(1) == 2 || numeral.separator(0).equals("/"));
        return (isFull || isShort) && isDayAndMonth(value(numeral, 0), value(numeral, 1));
    }

    private static boolean isDayAndMonth(int one, int other) {
        return one >= 1 && other >= 1 && Math.min(one, other) <= 12 && Math.max(one, other) <= 31;
    }

    private static boolean isYear(int year) {
        return (year >= 1000 && year <= 2199);
    }

    private static int value(Numeral numeral, int group) {
        int value = 0;
        var groups = numeral.reading().digits();
        for (int at = groups.start(numeral.first() + group); at < groups.end(numeral.first() + group); at++) {
            value = value * 10 + numeral.reading().text().charAt(at) - '0';
        }
        return value;
    }
}
