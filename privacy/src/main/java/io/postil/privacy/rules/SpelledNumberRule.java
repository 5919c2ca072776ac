package io.postil.privacy.rules;

import io.postil.privacy.Types;
import java.util.List;
import java.util.function.BiPredicate;
import org.apache.commons.validator.routines.checkdigit.LuhnCheckDigit;

/**
 * Numbers spelled out in words, digits among them: {@code four one one one …}, {@code z\u00e9ro six trente-neuf …}.
 *
 * @param stands given the reading and the number, whether it is one
 */
record SpelledNumberRule(
        String name, String type, String about, Words context, BiPredicate<Reading, SpelledNumber> stands)
        implements Rule {
    private static final Words NUMBERS = NumberWords.all();
    private static final int LEAST_WORDS = 3;
    private static final double SCORE = 0.7;

    static List<Rule> rules() {
        return List.of(
                new SpelledNumberRule(
                        "card-spelled",
                        Types.CARD,
                        "payment card numbers spelled out in words, with a Luhn digit",
                        Cards.CONTEXT,
                        (reading, number) ->
                                hasDigits(number, 13, 19) && LuhnCheckDigit.LUHN_CHECK_DIGIT.isValid(number.digits())),
                new SpelledNumberRule(
                        "phone-spelled",
                        Types.PHONE,
                        "telephone numbers spelled out in words",
                        PhoneRule.CONTEXT,
                        (reading, number) -> hasDigits(number, 9, 15)
                                || (hasDigits(number, 6, 8) && isNear(PhoneRule.CONTEXT, reading, number))),
                new SpelledNumberRule(
                        "code-spelled",
                        Types.SECRET,
                        "pins and codes spelled out in words, after words for them",
                        LabelledSecrets.CODES,
                        (reading, number) ->
                                hasDigits(number, 3, 8) && LabelledSecrets.CODES.areBefore(reading, number.start())));
    }

    @Override
    public List<Words> words() {
        return List.of(NUMBERS, context);
    }

    @Override
    public void find(Reading reading, Found found) {
        var hits = reading.hitsOf(NUMBERS);
        int readTo = 0;
        for (int hit = 0; hit + LEAST_WORDS <= hits.count(); hit++) {
            if (hits.start(hit) >= readTo) {
                var number = SpelledNumber.at(reading.lower(), withDigitsBefore(reading, hits.start(hit), readTo));
                readTo = Math.max(number.end(), hits.start(hit) + 1);
                if (number.words() >= LEAST_WORDS && !number.isCount() && stands.test(reading, number)) {
                    found.at(number.start(), number.end(), SCORE);
                }
            }
        }
    }

    /** Where the groups of digits right before a word begin. */
    private static int withDigitsBefore(Reading reading, int start, int readTo) {
        var groups = reading.digits();
        int from = start;
        for (int group = groups.lastBefore(start);
                group >= 0 && from - groups.end(group) <= SpelledNumber.MOST_BETWEEN;
                group--) {
            boolean isJoined = groups.start(group) >= readTo
                    && SpelledNumber.isBetween(reading.lower(), groups.end(group), from)
                    && !(groups.start(group) > 0 && Reading.isInside(reading.lower(), groups.start(group)));
            if (!isJoined) {
                break;
            }
            from = groups.start(group);
        }
        return from;
    }

    private static boolean hasDigits(SpelledNumber number, int least, int most) {
        return number.digits().length() >= least && number.digits().length() <= most;
    }

    private static boolean isNear(Words words, Reading reading, SpelledNumber number) {
        return words.areNear(reading, number.start(), number.end());
    }
}
