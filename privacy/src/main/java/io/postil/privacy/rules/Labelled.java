package io.postil.privacy.rules;

import com.google.re2j.Pattern;
import io.postil.privacy.Types;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What is known only by the words before it. One line of a table each. */
final class Labelled {
    private static final Set<String> COUNTRIES = Set.copyOf(Arrays.asList(Locale.getISOCountries()));

    private Labelled() {}

    static List<Rule> rules() {
        return List.of(
                new LabelledRule(
                        "bic",
                        Types.BIC,
                        "BIC beside words, with an ISO country",
                        Words.of("bic", "swift"),
                        Pattern.compile("(?i)\\b([A-Z]{4}[A-Z]{2}[A-Z0-9]{2}(?:[A-Z0-9]{3})?)\\b"),
                        Labelled::isBic,
                        40),
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
                        Pattern.compile("(?i)\\b([A-Z]{0,3} ?[0-9][A-Z0-9]{4,10})\\b"),
                        Labelled::hasDigits,
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
                                "dl#"),
                        Pattern.compile("(?i)\\b([A-Z]{0,5}[0-9][A-Z0-9]*(?:[ -][A-Z0-9]*[0-9][A-Z0-9]*){0,5})\\b"),
                        Labelled::hasDigits,
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
                        Pattern.compile("(?i)\\b([A-Z0-9]{1,4}(?:[ .-][A-Z0-9]{1,5}){0,3})\\b"),
                        Labelled::isPlate,
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
                                "tai khoan",
                                "stk",
                                "routing",
                                "sort code",
                                "blz"),
                        Pattern.compile("\\b([0-9]{2,17}(?:[ -][0-9]{2,6}){0,6})\\b"),
                        value -> hasDigits(value) && !Dates.looksLikeOne(value),
                        40),
                new LabelledRule(
                        "card-code",
                        Types.SECRET,
                        "security codes of cards after words",
                        Words.of("cvv", "cvc", "cvv2", "security code", "cryptogramme", "prufziffer"),
                        Pattern.compile("^[^0-9]{0,8}([0-9]{3,4})\\b"),
                        value -> true,
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
                        Pattern.compile(
                                "^[\"']?(?: code| key| number)?(?: ?[:=] ?| is | est | ist | es )[\"']?([^\\s\"',;]{3,128})"),
                        Labelled::isSecret,
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
        return hasDigit && hasLetter && value.length() >= 4;
    }

    private static boolean isSecret(String value) {
        return value.chars().anyMatch(c -> !Character.isLetter(c));
    }
}
