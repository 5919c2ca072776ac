package io.postil.privacy.rules;

import io.postil.privacy.Types;
import java.util.List;
import java.util.function.Predicate;
import org.apache.commons.validator.routines.checkdigit.LuhnCheckDigit;

/**
 * Numbers in which letters stand for the digits that they look like: {@code O7700 9OO 456}.
 *
 * @param context words that must be near
 * @param check is given the digits that are meant
 */
record LetteredNumberRule(String name, String type, String about, Words context, Predicate<String> check)
        implements Rule {
    private static final LinearPattern NUMBER = LinearPattern.of("[0-9oil](?:[ .-]?[0-9oil]){8,18}");
    private static final int LEAST_DIGITS = 6;
    private static final double SCORE = 0.7;

    static List<Rule> rules() {
        return List.of(
                new LetteredNumberRule(
                        "phone-lettered",
                        Types.PHONE,
                        "telephone numbers with letters for digits, beside words",
                        PhoneRule.CONTEXT,
                        digits -> digits.length() <= 15),
                new LetteredNumberRule(
                        "card-lettered",
                        Types.CARD,
                        "payment card numbers with letters for digits and a Luhn digit, beside words",
                        Cards.CONTEXT,
                        digits -> digits.length() >= 13 && LuhnCheckDigit.LUHN_CHECK_DIGIT.isValid(digits)));
    }

    @Override
    public List<Words> words() {
        return List.of(context);
    }

    @Override
    public void find(Reading reading, Found found) {
        if (reading.hitsOf(context).count() == 0) {
            return;
        }
        var lower = reading.lower();
        for (int start : reading.codeStarts()) {
            if (NUMBER.mayBegin(lower.charAt(start))) {
                int end = NUMBER.wholeEnd(lower, start);
                if (end > start && isNumber(lower.substring(start, end)) && context.areNear(reading, start, end)) {
                    found.at(start, end, SCORE);
                }
            }
        }
    }

    private boolean isNumber(String match) {
        long digits = match.chars().filter(c -> c >= '0' && c <= '9').count();
        boolean hasLetter = match.chars().anyMatch(Character::isLetter);
        return hasLetter
                && digits >= LEAST_DIGITS
                && check.test(NationalCodes.bare(match)
                        .replace('O', '0')
                        .replace('I', '1')
                        .replace('L', '1'));
    }
}
