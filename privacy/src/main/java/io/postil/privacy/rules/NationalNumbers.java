package io.postil.privacy.rules;

import io.postil.privacy.Types;
import java.util.List;
import java.util.function.Predicate;
import org.apache.commons.validator.routines.checkdigit.VerhoeffCheckDigit;

/** Identity numbers made of digits alone, by country. One line of a table each. */
final class NationalNumbers {
    private NationalNumbers() {}

    static List<Rule> rules() {
        return List.of(
                rule(
                        "us-ssn",
                        "United States: social security and taxpayer numbers, grouped 3-2-4 or beside words",
                        9,
                        shape("3-2-4"),
                        NationalNumbers::any,
                        Words.of("ssn", "social security", "itin", "taxpayer", "tin", "ss#")),
                rule(
                        "fr-nir",
                        "France: social security numbers with their key",
                        15,
                        checked(CheckDigits::isNir),
                        NationalNumbers::any,
                        Words.of("nir", "securite sociale", "secu", "insee", "vitale", "nss")),
                rule(
                        "fr-nir-short",
                        "France: social security numbers without their key",
                        13,
                        shape("1-2-2-2-3-3").and(checked(CheckDigits::isNirPlausible)),
                        checked(CheckDigits::isNirPlausible),
                        Words.of("nir", "securite sociale", "secu", "insee", "vitale", "nss")),
                rule(
                        "uk-nhs",
                        "United Kingdom: NHS numbers with their check digit, grouped 3-3-4 or beside words",
                        10,
                        shape("3-3-4").and(checked(CheckDigits::isNhs)),
                        NationalNumbers::any,
                        Words.of("nhs", "health service", "patient number")),
                rule(
                        "in-aadhaar",
                        "India: Aadhaar numbers with their Verhoeff digit, grouped 4-4-4 or beside words",
                        12,
                        shape("4-4-4").and(checked(NationalNumbers::isAadhaar)),
                        NationalNumbers::any,
                        Words.of("aadhaar", "aadhar", "adhaar", "uidai", "uid")),
                rule(
                        "pl-pesel",
                        "Poland: PESEL with its check digit",
                        11,
                        shape("11").and(checked(CheckDigits::isPesel)),
                        NationalNumbers::any,
                        Words.of("pesel")),
                rule(
                        "nl-bsn",
                        "Netherlands: BSN beside words, or grouped 4-2-3 with its check",
                        9,
                        shape("4-2-3").and(checked(CheckDigits::isBsn)),
                        checked(CheckDigits::isBsn),
                        Words.of("bsn", "burgerservicenummer", "sofinummer", "sofi", "citizen service")),
                rule(
                        "be-nn",
                        "Belgium: national numbers with their check",
                        11,
                        checked(CheckDigits::isBelgian),
                        NationalNumbers::any,
                        Words.of("rijksregister", "registre national", "numero national", "insz", "niss", "nrn")),
                rule(
                        "pt-nif",
                        "Portugal: NIF with its check digit beside words",
                        9,
                        NationalNumbers::none,
                        checked(CheckDigits::isNif),
                        Words.of("nif", "contribuinte", "numero fiscal")),
                rule(
                        "es-nss",
                        "Spain: social security numbers with their key, grouped 2-8-2 or beside words",
                        12,
                        shape("2-8-2").and(checked(CheckDigits::isNss)),
                        NationalNumbers::any,
                        Words.of("seguridad social", "seg. social", "seg social", "nuss", "nss", "afiliacion")),
                rule(
                        "de-tax",
                        "Germany: tax ids with their check digit, grouped 2-3-3-3 or beside words",
                        11,
                        shape("2-3-3-3").and(checked(CheckDigits::isGermanTaxId)),
                        checked(CheckDigits::isGermanTaxId),
                        Words.of("steuer", "idnr", "tin", "tax id", "identifikationsnummer")),
                rule(
                        "ch-ahv",
                        "Switzerland: AHV numbers with their check digit",
                        13,
                        checked(CheckDigits::isAhv),
                        NationalNumbers::none,
                        Words.of("ahv", "avs")),
                rule(
                        "vn-cccd",
                        "Vietnam: citizen identity card numbers beside words",
                        12,
                        NationalNumbers::none,
                        NationalNumbers::any,
                        Words.of("cccd", "can cuoc", "citizen id", "dinh danh", "identity card")),
                rule(
                        "vn-cmnd",
                        "Vietnam: old identity card numbers beside words",
                        9,
                        NationalNumbers::none,
                        NationalNumbers::any,
                        Words.of("cmnd", "cmt", "chung minh")));
    }

    private static Rule rule(
            String name,
            String about,
            int digits,
            Predicate<Numeral> stands,
            Predicate<Numeral> besideWords,
            Words context) {
        return new NumberRule(
                name,
                Types.NATIONAL_ID,
                about,
                digits,
                digits,
                numeral -> !numeral.touchesLetter() && stands.test(numeral),
                besideWords,
                context);
    }

    private static Predicate<Numeral> shape(String shape) {
        return numeral -> numeral.isEven() && numeral.shape().equals(shape);
    }

    private static Predicate<Numeral> checked(Predicate<String> check) {
        return numeral -> check.test(numeral.digits());
    }

    private static boolean any(Numeral numeral) {
        return true;
    }

    private static boolean none(Numeral numeral) {
        return false;
    }

    private static boolean isAadhaar(String digits) {
        return digits.charAt(0) >= '2' && VerhoeffCheckDigit.VERHOEFF_CHECK_DIGIT.isValid(digits);
    }
}
