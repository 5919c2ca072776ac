package io.postil.privacy.rules;

import com.google.re2j.Pattern;

/** Tells numbers that are grouped like telephone numbers from quantities, ranges of years, and codes. */
final class PhoneShape {
    private static final int LEAST = 7;
    private static final int MOST = 13;
    private static final int MOST_GROUPS = 6;
    private static final Pattern UNIT =
            Pattern.compile("^ ?(?:[%$€£]|(?:eur|euros?|usd|dollars?|km|kg|people|habitants?|millions?"
                    + "|vnd|dong|m2|hours|heures|ms|bytes|francs|pounds)\\b)");
    private static final int LONGEST_UNIT = 12;
    private static final Pattern PAIRS = Pattern.compile("2(?:-2){3,}");
    private static final Pattern THOUSANDS = Pattern.compile("[1-3](?:-3)+");

    private PhoneShape() {}

    /** Whether a number of two groups or more is grouped like a telephone number. */
    static boolean isLikely(Numeral numeral) {
        int digits = numeral.digits().length();
        if (digits < LEAST || digits > MOST || numeral.groupCount() > MOST_GROUPS || isQuantity(numeral)) {
            return false;
        }
        return areGroupsLikely(numeral) && !isYears(numeral) && !isDotted(numeral) && !isSeries(numeral);
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
        var after = lower.substring(at, Math.min(lower.length(), at + LONGEST_UNIT));
        boolean isRound = numeral.digits().endsWith("000") && THOUSANDS.matches(numeral.shape());
        return isDecimal || isRound || UNIT.matcher(after).find();
    }

    private static boolean isAfterDecimalSign(Numeral numeral) {
        int at = numeral.start();
        return ".,".indexOf(numeral.before()) >= 0
                && at >= 2
                && DigitGroups.isDigit(numeral.reading().text().charAt(at - 2));
    }

    /** The first group has 1 to 5 digits, each other 2 to 5; where there are just two and none before, the second up to 7, or 8 after a trunk zero. */
    private static boolean areGroupsLikely(Numeral numeral) {
        boolean isPart = numeral.first() > 0 && numeral.reading().digits().isJoined(numeral.first() - 1);
        int longestSecond = isPart ? 5 : numeral.digits().startsWith("0") ? 8 : 7;
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

    /** Pairs alone are French, and begin with 0, or Scandinavian, and are four, or a list of numbers. */
    private static boolean isSeries(Numeral numeral) {
        if (numeral.firstDigit() == '0' || !PAIRS.matches(numeral.shape())) {
            return false;
        }
        var groups = numeral.reading().digits();
        boolean isPart =
                groups.isJoined(numeral.last()) || (numeral.first() > 0 && groups.isJoined(numeral.first() - 1));
        return numeral.groupCount() > 4 || isPart;
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
