package io.postil.privacy.rules;

import static java.util.Map.entry;

import io.postil.privacy.Types;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.commons.validator.routines.IBANValidator;
import org.apache.commons.validator.routines.checkdigit.IBANCheckDigit;

/**
 * IBANs: a country of the registry, letters and digits as that country has them, with up to two separators anywhere, and the check of
 * ISO 7064 mod 97. One whose check fails is found beside words such as IBAN or account.
 */
final class IbanRule implements Rule {
    private static final Words CONTEXT =
            Words.of("iban", "rib", "bank", "banque", "compte", "konto", "account", "cuenta");
    private static final String SEPARATORS = " .-\n\r\t";
    private static final int MOST_SEPARATORS = 2;
    /** Lengths in countries that are not in the validator, most of them not in the registry either but in use. */
    private static final Map<String, Integer> FURTHER = Map.ofEntries(
            entry("AO", 25),
            entry("BF", 28),
            entry("BI", 27),
            entry("BJ", 28),
            entry("CF", 27),
            entry("CG", 27),
            entry("CI", 28),
            entry("CM", 27),
            entry("CV", 25),
            entry("DJ", 27),
            entry("DZ", 26),
            entry("FK", 18),
            entry("GA", 27),
            entry("GW", 25),
            entry("HN", 28),
            entry("IR", 26),
            entry("KM", 27),
            entry("MA", 28),
            entry("MG", 27),
            entry("ML", 28),
            entry("MN", 20),
            entry("MZ", 25),
            entry("NE", 28),
            entry("NI", 28),
            entry("OM", 23),
            entry("SN", 28),
            entry("SO", 23),
            entry("TD", 27),
            entry("TG", 28),
            entry("YE", 30));

    @Override
    public String name() {
        return "iban";
    }

    @Override
    public String type() {
        return Types.IBAN;
    }

    @Override
    public String about() {
        return "IBANs of the registry's countries, with spaces or without, checked mod 97";
    }

    @Override
    public List<Words> words() {
        return List.of(CONTEXT);
    }

    @Override
    public void find(Reading reading, Found found) {
        var text = reading.text();
        var groups = reading.digits();
        for (int group = 0; group < groups.count(); group++) {
            int start = groups.start(group) - 2;
            if (start >= 0 && isCountry(text, start) && groups.length(group) >= 2) {
                judge(reading, start, found);
            } else if (start > 0 && text.charAt(start + 1) == ' ' && isCountry(text, start - 1)) {
                judge(reading, start - 1, found);
            }
        }
    }

    private static boolean isCountry(String text, int start) {
        boolean begins = start == 0 || !isLetterOrDigit(text.charAt(start - 1));
        return begins && isLetter(text.charAt(start)) && isLetter(text.charAt(start + 1));
    }

    private void judge(Reading reading, int start, Found found) {
        var text = reading.text();
        var country = upper(text.substring(start, start + 2));
        var validator = IBANValidator.getInstance().getValidator(country);
        int length = validator == null ? FURTHER.getOrDefault(country, 0) : validator.getIbanLength();
        var iban = new StringBuilder();
        int end = length == 0 ? -1 : read(text, start, length, iban);
        if (end < 0) {
            return;
        }
        var written = upper(iban.toString());
        boolean isFormed = validator == null || validator.getRegexValidator().isValid(written);
        if (isFormed && IBANCheckDigit.IBAN_CHECK_DIGIT.isValid(written)) {
            found.at(start, end, 1.0);
        } else if (validator != null && isOfDigits(written) && CONTEXT.areNear(reading, start, end)) {
            found.at(start, end, 0.6);
        }
    }

    /** More digits than letters: {@code de 11 EUR sera …} is a sentence. */
    private static boolean isOfDigits(String iban) {
        return iban.chars().filter(Character::isDigit).count() * 2 > iban.length();
    }

    /** Reads {@code length} letters and digits into {@code iban}; returns where they end, or -1 where there are fewer or more. */
    private static int read(String text, int start, int length, StringBuilder iban) {
        int at = start;
        int separators = MOST_SEPARATORS;
        while (at < text.length() && iban.length() < length) {
            char c = text.charAt(at);
            if (isLetterOrDigit(c)) {
                iban.append(c);
                separators = 0;
            } else if (separators >= MOST_SEPARATORS || SEPARATORS.indexOf(c) < 0) {
                return -1;
            } else {
                separators++;
            }
            at++;
        }
        boolean goesOn = at < text.length() && DigitGroups.isDigit(text.charAt(at));
        return iban.length() == length && !goesOn ? at : -1;
    }

    private static String upper(String text) {
        return text.toUpperCase(Locale.ROOT);
    }

    private static boolean isLetter(char c) {
        return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
    }

    private static boolean isLetterOrDigit(char c) {
        return isLetter(c) || DigitGroups.isDigit(c);
    }
}
