package io.postil.privacy.rules;

import io.postil.privacy.Types;
import java.util.List;

/** Numbers that are known only by the words before them: of accounts, companies, extensions. One line of a table each. */
final class LabelledNumbers {
    private LabelledNumbers() {}

    static List<Rule> rules() {
        return List.of(
                new NumberRule(
                        "phone-spaced",
                        Types.PHONE,
                        "nine to eleven single digits, one after the other with the same sign between",
                        9,
                        11,
                        LabelledNumbers::isSpaced,
                        numeral -> false,
                        Words.of("phone")),
                new LabelledRule(
                        "account",
                        Types.BANK_ACCOUNT,
                        "bank account numbers after words",
                        Words.of(
                                "account",
                                "acct",
                                "a/c",
                                "compte ",
                                "compte:",
                                "konto",
                                "cuenta",
                                "conta ",
                                "conta:",
                                "conto ",
                                "conto:",
                                "rekening",
                                "rib",
                                "tai khoan",
                                "stk",
                                "routing",
                                "sort code",
                                "blz"),
                        Value.matching(
                                "[0-9]{2,17}(?:[ -][0-9]{2,11}){0,6}(?:-[0-9])?",
                                value -> Labelled.hasDigits(value) && !Dates.looksLikeOne(value)),
                        40),
                new LabelledRule(
                        "extension",
                        Types.PHONE,
                        "extensions of telephones after words",
                        Words.of(
                                "extension",
                                "ext",
                                "durchwahl",
                                "nebenstelle",
                                "poste",
                                "interno",
                                "anexo",
                                "toestel",
                                "may le",
                                "so may le"),
                        Value.after(
                                "(?: ?[.:#-] ?| )(?:(?:no|nr|num|numero|number|so)\\.? )?(?:(?:is|est|ist|es) )?-?",
                                "[0-9]{2,6}",
                                value -> true),
                        24),
                new LabelledRule(
                        "hardware",
                        Types.MAC,
                        "hardware addresses without separators after words",
                        Words.of("mac", "mac address", "adresse mac", "mac-adresse", "direccion mac", "indirizzo mac"),
                        Value.after(
                                "(?: (?:address|adresse|is|est|ist))?(?: ?[:=] ?| )",
                                "[0-9a-f]{12}",
                                Labelled::hasDigits),
                        24),
                new LabelledRule(
                        "health-insurance",
                        Types.NATIONAL_ID,
                        "Germany: health insurance numbers after words",
                        Words.of(
                                "versichertennummer",
                                "versicherten-nr",
                                "versichertennr",
                                "krankenversicher",
                                "krankenkasse",
                                "kvnr"),
                        Value.matching("[a-z][0-9]{9}(?:[0-9]{10})?", Labelled::hasDigits),
                        40),
                new LabelledRule(
                        "company-number",
                        Types.COMPANY_ID,
                        "tax and registration numbers of companies after words",
                        Words.of(
                                "vat",
                                "tva",
                                "ust-id",
                                "ustid",
                                "ust id",
                                "umsatzsteuer",
                                "partita iva",
                                "p.iva",
                                "p. iva",
                                "p iva",
                                "piva",
                                "cif",
                                "btw",
                                "nip",
                                "mst",
                                "ma so thue",
                                "ein",
                                "tax number",
                                "tax id",
                                "company number",
                                "company no",
                                "registered number",
                                "abn",
                                "kvk",
                                "nipc",
                                "codigo fiscal"),
                        Value.matching(
                                "[a-z]{0,3}[ -]?[0-9][0-9a-z]{0,13}(?:[ .-][0-9][0-9a-z]{1,8}){0,4}",
                                LabelledNumbers::isCompanyNumber),
                        32),
                new LabelledRule(
                        "postcode-labelled",
                        Types.ADDRESS,
                        "postal codes after words",
                        Words.of(
                                "postcode",
                                "post code",
                                "postal code",
                                "zip",
                                "zip code",
                                "zipcode",
                                "code postal",
                                "postleitzahl",
                                "plz",
                                "codigo postal",
                                "codice postale"),
                        Value.after(
                                "(?: ?[:=] ?| )(?:(?:is|est|ist|es|e) )?",
                                "[0-9]{4,6}(?:-[0-9]{3,4})?|[0-9]{3} [0-9]{2}|[0-9]{2,3}-[0-9]{3,4}|[0-9]{4} ?[a-z]{2}|[a-z]{1,2}[0-9][0-9a-z]? ?[0-9][a-z]{2}|[a-z][0-9][a-z] ?[0-9][a-z][0-9]",
                                value -> true),
                        32),
                new LabelledRule(
                        "trade-register",
                        Types.COMPANY_ID,
                        "Germany: numbers of the trade register",
                        Words.of("hrb", "hra"),
                        Value.after(" ?(?:nr\\.? ?)?", "[0-9]{3,6}(?: [a-z])?", value -> true),
                        24),
                new LabelledRule(
                        "birth-date-digits",
                        Types.BIRTH_DATE,
                        "dates of birth in digits alone, and years, after words",
                        Words.of(
                                "dob",
                                "d.o.b",
                                "date of birth",
                                "born",
                                "birthdate",
                                "birth date",
                                "ne le",
                                "nee le",
                                "ne en",
                                "nee en",
                                "date de naissance",
                                "naissance",
                                "geburtsdatum",
                                "geboren",
                                "geb.",
                                "jahrgang",
                                "fecha de nacimiento",
                                "nacimiento",
                                "nacido",
                                "nacida",
                                "data di nascita",
                                "nato",
                                "nata",
                                "nascido",
                                "nascida",
                                "nam sinh",
                                "ngay sinh",
                                "sinh ngay",
                                "sinh nam"),
                        Value.after(
                                "(?: ?[:=] ?| )(?:(?:in|im|am|en|nel|em|year|jahr|the year|il|le) ){0,2}",
                                "[0-9]{4}|[0-9]{6}|[0-9]{8}",
                                LabelledNumbers::isBirth),
                        32));
    }

    private static boolean isCompanyNumber(String value) {
        return value.chars().filter(Character::isDigit).count() >= 7 && !Dates.looksLikeOne(value);
    }

    /** A year of the last hundred or so, or a day, month and year in some order. */
    private static boolean isBirth(String value) {
        boolean isYear = value.startsWith("19") || value.startsWith("20");
        return value.length() == 4
                ? isYear
                : Dates.looksLikeOne(
                        value.length() == 8 && isYear
                                ? value.substring(0, 4) + "-" + value.substring(4, 6) + "-" + value.substring(6)
                                : value.substring(0, 2) + "/" + value.substring(2, 4) + "/" + value.substring(4));
    }

    /** Digits by themselves that are not in the order of counting, and of more than three kinds. */
    private static boolean isSpaced(Numeral numeral) {
        var digits = numeral.digits();
        boolean isSpaced = numeral.groupCount() == digits.length() && numeral.isEven();
        return isSpaced && digits.chars().distinct().count() > 3 && !"012345678901234".contains(digits);
    }
}
