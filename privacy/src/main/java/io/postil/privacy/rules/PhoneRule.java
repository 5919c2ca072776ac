package io.postil.privacy.rules;

import io.postil.privacy.Types;
import java.util.List;

/**
 * Telephone numbers. Candidates are cut out first, at most 15 digits each (E.164), since libphonenumber's own search is not linear;
 * then they are held against {@link Plans}. A number that is grouped like a telephone number, or
 * stands beside a word for one, is found even where no plan knows it.
 */
final class PhoneRule implements Rule {
    /** Words for telephones, and others that are near them. */
    static final Words CONTEXT = PhoneWords.PHONES.and(
            "rappel",
            "numero",
            "reach",
            "ring",
            "dial",
            "ruf",
            "telemovel",
            "so dien thoai",
            "lien he",
            "signal",
            "number is",
            "my number");

    private static final int LEAST = 6;
    private static final int MOST = 15;
    private static final int COMPLETE = 8;

    @Override
    public String name() {
        return "phone";
    }

    @Override
    public String type() {
        return Types.PHONE;
    }

    @Override
    public String about() {
        return "telephone numbers: international, of " + String.join(", ", Plans.REGIONS)
                + ", grouped like one, or beside a word for one";
    }

    @Override
    public List<Words> words() {
        return List.of(CONTEXT, PhoneWords.NO_PHONES, PhoneWords.PHONES);
    }

    @Override
    public void find(Reading reading, Found found) {
        var groups = reading.digits();
        int first = 0;
        while (first < groups.count()) {
            int last = furthest(groups, first);
            double score = 0;
            while (last >= first && score == 0) {
                score = score(new Numeral(reading, first, last));
                last -= score == 0 ? 1 : 0;
            }
            if (score > 0) {
                found.at(withPrefix(reading, groups.start(first)), Extension.end(reading, groups.end(last)), score);
            }
            first = Math.max(first, last) + 1;
        }
    }

    private static int furthest(DigitGroups groups, int first) {
        int digits = groups.length(first);
        int last = first;
        while (groups.isJoined(last)
                && digits + groups.length(last + 1) <= MOST
                && !(digits >= COMPLETE && groups.isSlashed(last))) {
            last++;
            digits += groups.length(last);
        }
        return last;
    }

    private double score(Numeral numeral) {
        int count = numeral.digitCount();
        boolean fits = count >= LEAST && count <= MOST;
        if (!fits || !numeral.isSeparatedBy(" .-/()\n\r")) {
            return 0;
        }
        boolean isInternational = numeral.before() == '+'
                || (numeral.startsWith("00") && !PhoneWords.NO_PHONES.areBefore(numeral.reading(), numeral.start()));
        if (isInternational && Plans.isPossible(withoutZeros(numeral.digits()))) {
            return 0.95;
        }
        if (!numeral.isSeparatedBy(" .-/()")) {
            return isBroken(numeral) ? 0.6 : 0;
        }
        var telling = count > LEAST ? CONTEXT : PhoneWords.PHONES;
        boolean isNearWords = telling.areNear(numeral.reading(), numeral.start(), numeral.end());
        if ((!isNearWords && numeral.groupCount() > PhoneShape.MOST_GROUPS) || Dates.isDateInside(numeral)) {
            return 0;
        }
        if (isNearWords && !PhoneShape.isOther(numeral) && !PhoneShape.isQuantity(numeral)) {
            return 0.85;
        }
        if (isInsideWord(numeral)) {
            return 0;
        }
        return numeral.groupCount() == 1
                ? scoreUngrouped(numeral, numeral.digits())
                : PhoneShape.isLikely(numeral) || isNationalInTwo(numeral) ? 0.5 : 0;
    }

    /** A number of a known plan with a trunk zero, in groups over a line break. */
    private static boolean isBroken(Numeral numeral) {
        return numeral.firstDigit() == '0'
                && numeral.groupCount() >= 3
                && numeral.digitCount() >= 9
                && numeral.digitCount() <= 11
                && !numeral.touchesLetter()
                && Plans.isValid(numeral.digits());
    }

    /** {@code 081234 56789}: longer groups than most, but a number of a plan. */
    private static boolean isNationalInTwo(Numeral numeral) {
        return numeral.groupCount() == 2
                && numeral.firstDigit() == '0'
                && numeral.digitCount() >= 10
                && numeral.digitCount() <= 11
                && !PhoneShape.isQuantity(numeral)
                && !PhoneWords.NO_PHONES.areBefore(numeral.reading(), numeral.start())
                && Plans.isValid(numeral.digits());
    }

    private static boolean isInsideWord(Numeral numeral) {
        boolean isExtended = Extension.end(numeral.reading(), numeral.end()) > numeral.end();
        return isExtended ? numeral.touchesLetterBefore() : numeral.touchesLetter();
    }

    private double scoreUngrouped(Numeral numeral, String digits) {
        boolean isNational = digits.length() >= 9 && digits.length() <= 11 && Plans.isValid(digits);
        return isNational && !isAssigned(numeral) && !PhoneWords.NO_PHONES.areBefore(numeral.reading(), numeral.start())
                ? 0.6
                : 0;
    }

    /** {@code x = 1234567890}: a number in a program. */
    private static boolean isAssigned(Numeral numeral) {
        var text = numeral.reading().text();
        int at = numeral.start();
        while (at > 0 && text.charAt(at - 1) == ' ') {
            at--;
        }
        return at > 0 && text.charAt(at - 1) == '=';
    }

    private static String withoutZeros(String digits) {
        return digits.startsWith("00") ? digits.substring(2) : digits;
    }

    private static int withPrefix(Reading reading, int start) {
        int at = start;
        while (at > 0 && start - at < 2 && "+(".indexOf(reading.text().charAt(at - 1)) >= 0) {
            at--;
        }
        return at;
    }
}
