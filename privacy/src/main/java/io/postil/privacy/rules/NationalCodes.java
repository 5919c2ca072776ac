package io.postil.privacy.rules;

import io.postil.privacy.Types;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

/** Identity numbers with letters in them, by country, and numbers of companies. One line of a table each. */
final class NationalCodes {
    private NationalCodes() {}

    static List<Rule> rules() {
        return List.of(
                person(
                        "fr-nir-corsica",
                        "France: social security numbers of births in Corsica, with their key",
                        "[1-478][ .-]?[0-9]{2}[ .-]?[0-9]{2}[ .-]?2[AB][ .-]?[0-9]{3}[ .-]?[0-9]{3}[ .-]?[0-9]{2}",
                        CheckDigits::isNir),
                person(
                        "fr-nir-corsica-grouped",
                        "France: social security numbers of births in Corsica, grouped as they are printed",
                        "[1-478] [0-9]{2} [0-9]{2} 2[AB] [0-9]{3} [0-9]{3}(?: [0-9]{2})?",
                        code -> true),
                person(
                        "es-dni",
                        "Spain: DNI and NIE with their letter",
                        "(?:[XYZ][ -]?)?[0-9]{1,2}\\.?[0-9]{3}\\.?[0-9]{3}[ -]?[A-Z]",
                        NationalCodes::isDni),
                person(
                        "it-cf",
                        "Italy: codice fiscale with its check letter",
                        "[A-Z]{3} ?[A-Z]{3} ?[0-9LMNPQRSTUV]{2}[ABCDEHLMPRST][0-9LMNPQRSTUV]{2}[ ]?[A-Z][0-9LMNPQRSTUV]{3}[A-Z]",
                        FiscalCode::isValid),
                person(
                        "uk-nino",
                        "United Kingdom: national insurance numbers",
                        "(?:[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z]|QQ)[ -]?[0-9]{2}[ -]?[0-9]{2}[ -]?[0-9]{2}[ -]?[A-D]",
                        code -> !List.of("BG", "GB", "KN", "NK", "NT", "TN", "ZZ")
                                .contains(code.substring(0, 2))),
                person(
                        "de-pension",
                        "Germany: pension insurance numbers",
                        "[0-9]{2}[ ]?(?:0[1-9]|[12][0-9]|3[01])(?:0[1-9]|1[0-2])[0-9]{2}[ ]?[A-Z][ ]?[0-9]{3}",
                        code -> true),
                company(
                        "fr-vat",
                        "France: VAT numbers with their key",
                        "FR[ .-]?[0-9]{2}[ .]?[0-9]{3}[ .]?[0-9]{3}[ .]?[0-9]{3}",
                        code -> CheckDigits.isFrenchVat(code.substring(2))),
                company(
                        "eu-vat",
                        "European VAT numbers with their country's letters",
                        "(?:ATU ?[0-9]{8}|BE ?[01][0-9]{3}[ .]?[0-9]{3}[ .]?[0-9]{3}|DE ?[0-9]{3} ?[0-9]{3} ?[0-9]{3}|ES[ -]?[A-Z]-?[0-9]{7}[A-Z0-9]|IT ?[0-9]{11}"
                                + "|NL ?[0-9]{4}\\.?[0-9]{2}\\.?[0-9]{3}\\.?B\\.?[0-9]{2}|PL ?[0-9]{3}[ -]?[0-9]{3}[ -]?[0-9]{2}[ -]?[0-9]{2}|PT ?[0-9]{9}|GB ?[0-9]{3} ?[0-9]{4} ?[0-9]{2}"
                                + "|CHE-?[0-9]{3}\\.?[0-9]{3}\\.?[0-9]{3}|SE[0-9]{12}|DK ?[0-9]{8}|FI[0-9]{8}|LU[0-9]{8}"
                                + "|IE[0-9][A-Z0-9][0-9]{5}[A-Z]{1,2}|CZ[0-9]{8,10}|RO[0-9]{8,10}|HU[0-9]{8}|EL[0-9]{9})",
                        code -> true));
    }

    private static Rule person(String name, String about, String pattern, Predicate<String> check) {
        return rule(name, Types.NATIONAL_ID, about, pattern, check);
    }

    private static Rule company(String name, String about, String pattern, Predicate<String> check) {
        return rule(name, Types.COMPANY_ID, about, pattern, check);
    }

    private static Rule rule(String name, String type, String about, String pattern, Predicate<String> check) {
        return new PatternRule(name, type, about, pattern, match -> check.test(bare(match)), 0.9);
    }

    /** Upper-case letters and digits alone. */
    static String bare(String match) {
        var bare = new StringBuilder();
        match.chars().filter(Character::isLetterOrDigit).forEach(c -> bare.append((char) c));
        return bare.toString().toUpperCase(Locale.ROOT);
    }

    private static boolean isDni(String code) {
        int digits = Character.isLetter(code.charAt(0)) ? code.length() - 2 : code.length() - 1;
        return digits >= 7 && CheckDigits.isDni(code);
    }
}
