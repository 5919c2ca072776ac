package io.postil.privacy.rules;

import java.util.List;

/** Tells numbers that are grouped like telephone numbers from quantities, ranges of years, and codes. */
final class PhoneShape {
    private static final int LEAST = 7;
    private static final int MOST = 13;
    private static final int MOST_GROUPS = 6;
    private static final List<String> UNITS = List.of(
            "%",
            "$",
            "€",
            "£",
            "eur",
            "usd",
            "dollar",
            "km",
            "kg",
            "people",
            "habitant",
            "million",
            "vnd",
            "dong",
            "users",
            "times",
            "m2",
            "hours",
            "heures",
            "ms",
            "bytes",
            "francs",
            "pound",
            "item",
            "lines",
            "words");

    private PhoneShape() {}

    /** Whether a number of two groups or more is grouped like a telephone number. */
    static boolean isLikely(Numeral numeral) {
        int digits = numeral.digits().length();
        if (digits < LEAST || digits > MOST || numeral.groupCount() > MOST_GROUPS || isQuantity(numeral)) {
            return false;
        }
        return areGroupsLikely(numeral) && !isYears(numeral) && !isDotted(numeral);
    }

    /** Whether a unit or a sign of money stands beside it, or it has thousands ending in 000. */
    static boolean isQuantity(Numeral numeral) {
        if ("$€£¥".indexOf(numeral.before()) >= 0 || isAfterDecimalSign(numeral)) {
            return true;
        }
        int at = numeral.end();
        var lower = numeral.reading().lower();
        boolean isDecimal =
                at + 1 < lower.length() && lower.charAt(at) == ',' && DigitGroups.isDigit(lower.charAt(at + 1));
        int word = at < lower.length() && lower.charAt(at) == ' ' ? at + 1 : at;
        boolean isRound = numeral.groupCount() > 1 && numeral.digits().endsWith("000");
        return isDecimal || isRound || UNITS.stream().anyMatch(unit -> lower.startsWith(unit, word));
    }

    private static boolean isAfterDecimalSign(Numeral numeral) {
        int at = numeral.start();
        return ".,".indexOf(numeral.before()) >= 0
                && at >= 2
                && DigitGroups.isDigit(numeral.reading().text().charAt(at - 2));
    }

    /** The first group has 1 to 5 digits, each other 2 to 5; where there are just two, the second up to 7, or 8 after a trunk zero. */
    private static boolean areGroupsLikely(Numeral numeral) {
        int longestSecond = numeral.digits().startsWith("0") ? 8 : 7;
        for (int i = 0; i < numeral.groupCount(); i++) {
            int length = numeral.groupLength(i);
            boolean isTrunkZero =
                    i > 0 && length == 1 && numeral.separator(i - 1).endsWith("(");
            int most = i == 1 && numeral.groupCount() == 2 ? longestSecond : 5;
            if (length > most || (i > 0 && length < 2 && !isTrunkZero)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isYears(Numeral numeral) {
        return numeral.shape().equals("4-4")
                && isYear(numeral.digits().substring(0, 4))
                && isYear(numeral.digits().substring(4));
    }

    private static boolean isYear(String digits) {
        return digits.startsWith("19") || digits.startsWith("20");
    }

    /** A decimal number, or two: a single dot between two groups. */
    private static boolean isDotted(Numeral numeral) {
        return numeral.groupCount() == 2 && numeral.separator(0).equals(".");
    }
}
