package io.postil.privacy.rules;

import io.postil.privacy.Types;
import java.util.Set;
import org.apache.commons.validator.routines.checkdigit.LuhnCheckDigit;

/** Payment cards: 12 to 19 digits, of a known issuer range with a Luhn digit; or grouped as on a card; or beside words. */
final class Cards {
    static final Words CONTEXT = Words.of(
            "card",
            "carte",
            "cb",
            "visa",
            "mastercard",
            "amex",
            "american express",
            "maestro",
            "karte",
            "kreditkarte",
            "tarjeta",
            "cartao",
            "carta di credito",
            "cvv",
            "cvc",
            "pan",
            "the tin dung",
            "so the",
            "kaart");
    private static final Set<String> PRINTED = Set.of("4-4-4-4", "4-6-5", "4-6-4", "4-4-4-4-3");

    private Cards() {}

    static Rule rule() {
        return new NumberRule(
                "card",
                Types.CARD,
                "payment card numbers with an issuer's prefix and a Luhn digit, or grouped as on a card",
                12,
                19,
                Cards::stands,
                Numeral::isEven,
                CONTEXT);
    }

    /** {@code 4111, 1111, 1111, 1111}: other signs between the groups, those of a quoted mail among them. */
    static Rule listed() {
        return new PatternRule(
                "card-listed",
                Types.CARD,
                "payment card numbers with an issuer's prefix and a Luhn digit, in groups with any signs between",
                "[3-6][0-9]{3}(?:[^a-z0-9]{1,5}[0-9]{4}){3}|3[47][0-9]{2}[^a-z0-9]{1,5}[0-9]{6}[^a-z0-9]{1,5}[0-9]{5}",
                match -> LuhnCheckDigit.LUHN_CHECK_DIGIT.isValid(NationalCodes.bare(match)),
                0.8);
    }

    private static boolean stands(Numeral numeral) {
        if (!mayBeIssued(numeral.firstDigit()) || !numeral.isEven() || !numeral.isSeparatedBy(" .-\n\r\t_/")) {
            return false;
        }
        var digits = numeral.digits();
        return isIssued(digits)
                && !isArticle(numeral)
                && (LuhnCheckDigit.LUHN_CHECK_DIGIT.isValid(digits) || PRINTED.contains(numeral.shape()));
    }

    /** Fourteen digits in one group or fewer, after a word for numbers of articles or parcels. */
    private static boolean isArticle(Numeral numeral) {
        return numeral.groupCount() == 1
                && numeral.digitCount() <= 14
                && PhoneWords.NO_PHONES.areBefore(numeral.reading(), numeral.start());
    }

    private static boolean mayBeIssued(char first) {
        return "1234569".indexOf(first) >= 0;
    }

    /** Prefixes of ISO/IEC 7812 that payment networks use: travel and banking 3 to 6, Mir and Mastercard 2, Troy 9, JCB 1800 and 2131. */
    private static boolean isIssued(String digits) {
        return switch (digits.charAt(0)) {
            case '2' -> digits.length() >= 16 || digits.startsWith("2131");
            case '3', '4', '5', '6' -> true;
            case '1' -> digits.startsWith("1800") && digits.length() == 15;
            default -> digits.startsWith("9792");
        };
    }
}
