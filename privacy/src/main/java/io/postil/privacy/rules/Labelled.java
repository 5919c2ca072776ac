package io.postil.privacy.rules;

import io.postil.privacy.Types;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What is known only by the words before it. One line of a table each. */
final class Labelled {
    private static final Set<String> COUNTRIES = Set.copyOf(Arrays.asList(Locale.getISOCountries()));

    /** Words that may stand between a label and a number plate. */
    private static final Set<String> FILLERS = Set.of(
            "is", "no", "nr", "num", "number", "of", "the", "my", "her", "his", "est", "le", "la", "numero", "ist",
            "es", "un", "une", "car", "was", "with", "de", "du", "den", "das", "e", "xe");

    /** Before pins and codes. */
    static final Words CODES = Words.of(
            "pin",
            "otp",
            "cvv",
            "cvc",
            "code",
            "passcode",
            "password",
            "mot de passe",
            "passwort",
            "codigo",
            "clave",
            "contrasena",
            "codice",
            "ma xac nhan",
            "mat khau",
            "ma pin",
            "ma otp",
            "kennwort");

    private Labelled() {}

    static List<Rule> rules() {
        return List.of(
                new LabelledRule(
                        "bic",
                        Types.BIC,
                        "BIC beside words, with an ISO country",
                        Words.of("bic", "swift"),
                        Value.matching("[a-z]{6}[a-z0-9]{2}(?:[a-z0-9]{3})?", Labelled::isBic),
                        40),
                new LabelledRule(
                        "id-card",
                        Types.NATIONAL_ID,
                        "identity card numbers after words",
                        Words.of(
                                "personalausweis",
                                "ausweisnummer",
                                "ausweis nr",
                                "ausweis",
                                "ausweis-nr",
                                "id card",
                                "identity card",
                                "id number",
                                "national id",
                                "identification number",
                                "carte d'identite",
                                "carte nationale d'identite",
                                "cni",
                                "carta d'identita",
                                "documento nacional",
                                "documento de identidad",
                                "cartao de cidadao",
                                "bilhete de identidade",
                                "dowod osobisty",
                                "identiteitskaart"),
                        Value.matching("[a-z]{0,3} ?[0-9][a-z0-9]{4,13}", Labelled::hasDigits),
                        48),
                new LabelledRule(
                        "passport",
                        Types.PASSPORT,
                        "passport numbers after words",
                        Words.of(
                                "passport",
                                "passeport",
                                "reisepass",
                                "pasaporte",
                                "passaporto",
                                "passaporte",
                                "paspoort",
                                "ho chieu",
                                "passnummer"),
                        Value.matching("[a-z]{0,3} ?[0-9][a-z0-9]{4,10}", Labelled::hasDigits),
                        48),
                new LabelledRule(
                        "driver-licence",
                        Types.DRIVER_LICENCE,
                        "driving licence numbers after words",
                        Words.of(
                                "driver's licen",
                                "drivers licen",
                                "driver licen",
                                "driving licen",
                                "driver's id",
                                "license number",
                                "licence number",
                                "license no",
                                "licence no",
                                "license is",
                                "licence is",
                                "permis de conduire",
                                "numero de permis",
                                "fuhrerschein",
                                "carnet de conducir",
                                "patente",
                                "bang lai",
                                "gplx",
                                "dl number",
                                "dl",
                                "dl#"),
                        Value.matching(
                                "[a-z]{0,5}[0-9][a-z0-9]*(?:[ -][a-z0-9]*[0-9][a-z0-9]*){0,5}", Labelled::hasDigits),
                        64),
                new LabelledRule(
                        "plate",
                        Types.PLATE,
                        "number plates after words",
                        Words.of(
                                "license plate",
                                "licence plate",
                                "number plate",
                                "plaque",
                                "immatricul",
                                "kennzeichen",
                                "matricula",
                                "targa",
                                "kenteken",
                                "bien so",
                                "plate number",
                                "registration number"),
                        Value.matching("[a-z0-9]{1,8}(?:[ .-][a-z0-9]{1,5}){0,3}", Labelled::isPlate),
                        40),
                new LabelledRule(
                        "account",
                        Types.BANK_ACCOUNT,
                        "bank account numbers after words",
                        Words.of(
                                "account",
                                "acct",
                                "a/c",
                                "compte",
                                "konto",
                                "cuenta",
                                "conta",
                                "conto",
                                "rekening",
                                "rib",
                                "tai khoan",
                                "stk",
                                "routing",
                                "sort code",
                                "blz"),
                        Value.matching(
                                "[0-9]{2,17}(?:[ -][0-9]{2,11}){0,6}",
                                value -> hasDigits(value) && !Dates.looksLikeOne(value)),
                        40),
                new LabelledRule(
                        "card-code",
                        Types.SECRET,
                        "security codes of cards after words",
                        Words.of("cvv", "cvc", "cvv2", "security code", "cryptogramme", "prufziffer"),
                        Value.after("[^0-9]{0,8}", "[0-9]{3,4}", value -> true),
                        16),
                new LabelledRule(
                        "pin",
                        Types.SECRET,
                        "pins and one-time codes after words",
                        Words.of(
                                "pin",
                                "otp",
                                "verification code",
                                "security code",
                                "one-time code",
                                "code de verification",
                                "bestatigungscode",
                                "codigo de verificacion",
                                "codice di verifica",
                                "ma xac nhan",
                                "ma otp"),
                        Value.after(
                                "(?: code| number| nr\\.?| no\\.?)?(?: ?[:=#] ?| is | est | ist | es | la | )",
                                "[0-9]{4,8}",
                                value -> true),
                        24),
                new LabelledRule(
                        "authorization",
                        Types.SECRET,
                        "credentials after the words of HTTP",
                        Words.of("bearer", "authorization: basic"),
                        Value.after(" ?[:=]? ?", "[a-z0-9._~+/=-]{16,256}", value -> true),
                        280),
                new LabelledRule(
                        "po-box",
                        Types.ADDRESS,
                        "numbers of post office boxes after words",
                        Words.of(
                                "po box",
                                "p.o. box",
                                "postfach",
                                "boite postale",
                                "apartado postal",
                                "casella postale"),
                        Value.after(" (?:n[o.]{0,2} ?)?", "[0-9]{1,6}(?: [0-9]{2})?", value -> true),
                        16),
                new LabelledRule(
                        "password",
                        Types.SECRET,
                        "passwords, pins and keys after a word and a colon or equals sign",
                        Words.of(
                                "password",
                                "passwd",
                                "pwd",
                                "passphrase",
                                "pass",
                                "mot de passe",
                                "mdp",
                                "passwort",
                                "kennwort",
                                "contrasena",
                                "senha",
                                "wachtwoord",
                                "mat khau",
                                "api key",
                                "accountkey",
                                "sharedaccesskey",
                                "accesskey",
                                "secretkey",
                                "private_key",
                                "api_key",
                                "apikey",
                                "secret",
                                "secret_key",
                                "client_secret",
                                "access_token",
                                "auth_token",
                                "token",
                                "pin",
                                "cvv",
                                "cvc",
                                "otp"),
                        Value.after(
                                "[\"']?(?:[ _-](?:access|code|key|number|id|token)){0,3}[\"']?(?: ?[:=] ?| is | est | ist | es | la | e )[\"']?",
                                "[^ \n\r\t\"',;]{3,128}",
                                Labelled::isSecret),
                        160));
    }

    private static boolean isBic(String value) {
        return COUNTRIES.contains(value.substring(4, 6).toUpperCase(Locale.ROOT));
    }

    private static boolean hasDigits(String value) {
        return value.chars().filter(c -> c >= '0' && c <= '9').count() >= 5;
    }

    private static boolean isPlate(String value) {
        boolean hasDigit = value.chars().anyMatch(c -> c >= '0' && c <= '9');
        boolean hasLetter = value.chars().anyMatch(Character::isLetter);
        int letters = 0;
        while (letters < value.length() && Character.isLowerCase(value.charAt(letters))) {
            letters++;
        }
        return hasDigit && hasLetter && value.length() >= 4 && !FILLERS.contains(value.substring(0, letters));
    }

    private static boolean isSecret(String value) {
        return value.chars().anyMatch(c -> !Character.isLetter(c));
    }
}
