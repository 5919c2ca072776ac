package io.postil.privacy.rules;

import io.postil.privacy.Types;
import java.util.List;
import org.apache.commons.validator.routines.checkdigit.LuhnCheckDigit;

/** France's SIREN and SIRET: nine and fourteen digits with a Luhn digit, beside words. */
final class CompanyNumbers {
    private static final Words CONTEXT =
            Words.of("siren", "siret", "rcs", "immatriculee", "registre du commerce", "entreprise n");

    private CompanyNumbers() {}

    static List<Rule> rules() {
        return List.of(
                rule("fr-siren", "France: SIREN beside words", 9), rule("fr-siret", "France: SIRET beside words", 14));
    }

    private static Rule rule(String name, String about, int digits) {
        return new NumberRule(
                name, Types.COMPANY_ID, about, digits, digits, numeral -> false, CompanyNumbers::isChecked, CONTEXT);
    }

    /** The post office's SIRETs have no Luhn digit: the sum of their digits divides by 5. */
    private static boolean isChecked(Numeral numeral) {
        var digits = numeral.digits();
        boolean isPost = digits.startsWith("356000000")
                && digits.chars().map(c -> c - '0').sum() % 5 == 0;
        return isPost || LuhnCheckDigit.LUHN_CHECK_DIGIT.isValid(digits);
    }
}
