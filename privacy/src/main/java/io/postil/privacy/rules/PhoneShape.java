package io.postil.privacy.rules;

import java.util.Set;

/** Tells numbers that are grouped like telephone numbers from quantities, ranges of years, and codes. */
final class PhoneShape {
    private static final int LEAST = 7;
    private static final int MOST = 13;
    static final int MOST_GROUPS = 6;

    private static final Set<String> OF_PARTS = Set.of("3-3-2", "4-4-2", "4-3-2", "4-4-3");

    private static final LinearPattern SIGN = LinearPattern.of(" ?[%$€£]");
    private static final LinearPattern UNIT =
            LinearPattern.of(" ?(?:eur|euros?|usd|dollars?|km|kg|people|habitants?|millions?"
                    + "|vnd|dong|m2|hours|heures|ms|bytes|francs|pounds)");

    private PhoneShape() {}

    /** Whether a number of two groups or more is grouped like a telephone number. */
    static boolean isLikely(Numeral numeral) {
        int digits = numeral.digits().length();
        if (digits < LEAST || digits > MOST || numeral.groupCount() > MOST_GROUPS || isQuantity(numeral)) {
            return false;
        }
        return areGroupsLikely(numeral)
                && !isYears(numeral)
                && !isDotted(numeral)
                && !isSeries(numeral)
                && !isPartOfCode(numeral)
                && !isPartOfMixed(numeral)
                && !isNumberOfYear(numeral)
                && !isInThousands(numeral)
                && !isOfParts(numeral)
                && !PhoneWords.NO_PHONES.areBefore(numeral.reading(), runStart(numeral));
    }

    /** {@code 346.117.05}, {@code 2701-3737-92}: as parts and parcels are numbered, and no plan groups. */
    private static boolean isOfParts(Numeral numeral) {
        var groups = numeral.reading().digits();
        int last = numeral.last();
        boolean hasThird = numeral.groupCount() == 2 && groups.isJoined(last);
        var shape = numeral.shape() + (hasThird ? "-" + groups.length(last + 1) : "");
        return numeral.firstDigit() != '0' && OF_PARTS.contains(shape);
    }

    /** Where the run of groups begins that the number is a part of, up to three groups before it. */
    private static int runStart(Numeral numeral) {
        var groups = numeral.reading().digits();
        int first = numeral.first();
        while (first > 0 && numeral.first() - first < 3 && groups.isJoined(first - 1)) {
            first--;
        }
        return groups.start(first);
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
        return isDecimal || isRound(numeral) || SIGN.end(lower, at) >= 0 || UNIT.wholeEnd(lower, at) >= 0;
    }

    /** Whether a number beside a word for telephones is something else: a word right before says so, or a code that it is a part of. */
    static boolean isOther(Numeral numeral) {
        boolean isNamed = PhoneWords.NO_PHONES.areBefore(numeral.reading(), numeral.start())
                && (numeral.groupCount() == 1 || !PhoneWords.PHONES.areBefore(numeral.reading(), numeral.start()));
        return isNamed || isPartOfMixed(numeral) || isNumberOfYear(numeral);
    }

    /** {@code 8Z0-941-003}, {@code 88-1203-B}, {@code 1Z 999 AA1 01 2345}: letters and digits in one. */
    private static boolean isPartOfMixed(Numeral numeral) {
        var text = numeral.reading().text();
        boolean isAfterBoth = numeral.touchesLetterBefore() && DigitGroups.isDigit(charAt(text, numeral.start() - 2));
        int run = runStart(numeral);
        boolean isAfterMark = charAt(text, run - 1) == ' '
                && Scan.isUpper(charAt(text, run - 2))
                && DigitGroups.isDigit(charAt(text, run - 3))
                && !Reading.isLetterOrDigit(charAt(text, run - 4));
        boolean isBeforeLetter = numeral.digitCount() < 8
                && numeral.after() == '-'
                && Character.isLetter(charAt(text, numeral.end() + 1))
                && !Reading.isInside(text, numeral.end() + 2);
        return isAfterBoth || isAfterMark || isBeforeLetter || isAfterMixed(numeral);
    }

    /** {@code AA1 }, {@code 8Z0-} or {@code AB-12-} before it, or one group more: letters and digits. */
    private static boolean isAfterMixed(Numeral numeral) {
        var text = numeral.reading().text();
        var groups = numeral.reading().digits();
        for (int group = numeral.first() - 1; group >= Math.max(0, numeral.first() - 2); group--) {
            if (!groups.isJoined(group)) {
                return false;
            }
            int start = groups.start(group);
            boolean isHyphenated = text.charAt(groups.end(group)) == '-';
            char before = charAt(text, start - 1);
            char second = charAt(text, start - 2);
            boolean isLettered = Character.isLetter(before)
                    && groups.length(group) == 1
                    && (isHyphenated || Character.isLetter(second));
            if (isLettered || (isHyphenated && before == '-' && Character.isLetter(second))) {
                return true;
            }
        }
        return false;
    }

    /** {@code 4471/2019}: the number of a year. */
    private static boolean isNumberOfYear(Numeral numeral) {
        return numeral.groupCount() == 2
                && numeral.separator(0).strip().equals("/")
                && numeral.groupLength(1) == 4
                && isYear(numeral.group(1));
    }

    private static boolean isRound(Numeral numeral) {
        boolean isInThousands = numeral.groupCount() > 1 && numeral.groupLength(0) <= 3;
        for (int i = 1; i < numeral.groupCount(); i++) {
            isInThousands &= numeral.groupLength(i) == 3;
        }
        return isInThousands && numeral.digits().endsWith("000");
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
            boolean isRemark =
                    i > 0 && length > 1 && numeral.separator(i - 1).endsWith("(") && numeral.groupLength(0) > 3;
            boolean isLastOfPairs = i > 2
                    && i == numeral.groupCount() - 1
                    && length == 1
                    && numeral.firstDigit() == '0'
                    && numeral.groupLength(i - 1) == 2;
            if (isRemark || length > most || (i > 0 && length < 2 && !isTrunkZero && !isLastOfPairs)) {
                return false;
            }
        }
        return true;
    }

    /** Pairs alone are French, and begin with 0, or Scandinavian, and are four, or a list of numbers. */
    private static boolean isSeries(Numeral numeral) {
        if (numeral.firstDigit() == '0' || !areFourPairs(numeral)) {
            return false;
        }
        var groups = numeral.reading().digits();
        boolean isPart =
                groups.isJoined(numeral.last()) || (numeral.first() > 0 && groups.isJoined(numeral.first() - 1));
        return numeral.groupCount() > 4 || isPart;
    }

    private static boolean areFourPairs(Numeral numeral) {
        for (int i = 0; i < numeral.groupCount(); i++) {
            if (numeral.groupLength(i) != 2) {
                return false;
            }
        }
        return numeral.groupCount() >= 4;
    }

    /** More before a hyphen, or after one: {@code CVE-2021-44228}, {@code 0-306-40615-2}. */
    private static boolean isPartOfCode(Numeral numeral) {
        var text = numeral.reading().text();
        boolean isAfterMore = numeral.before() == '-' && Reading.isLetterOrDigit(charAt(text, numeral.start() - 2));
        boolean goesOn = numeral.after() == '-'
                && Extension.end(numeral.reading(), numeral.end()) == numeral.end()
                && DigitGroups.isDigit(charAt(text, numeral.end() + 1));
        boolean beginsWithYear =
                (numeral.groupCount() == 2 || (numeral.groupCount() == 3 && "-/".contains(numeral.separator(0))))
                        && numeral.groupLength(0) == 4
                        && isYear(numeral.digits())
                        && numeral.before() != '(';
        return isAfterMore || goesOn || beginsWithYear;
    }

    private static char charAt(String text, int at) {
        return at >= 0 && at < text.length() ? text.charAt(at) : ' ';
    }

    /** {@code 1 234 567}: a digit that is no zero, then groups of three with a space or dot before. */
    private static boolean isInThousands(Numeral numeral) {
        boolean areThrees = numeral.groupCount() > 2 && numeral.groupLength(0) == 1 && numeral.firstDigit() != '0';
        for (int i = 1; i < numeral.groupCount(); i++) {
            areThrees &= numeral.groupLength(i) == 3 && " .'".contains(numeral.separator(i - 1));
        }
        return areThrees;
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
