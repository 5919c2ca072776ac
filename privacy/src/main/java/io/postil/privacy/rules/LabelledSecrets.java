package io.postil.privacy.rules;

import io.postil.privacy.Types;
import java.util.List;

/** Passwords, pins and codes, which are known only by the words before them. One line of a table each. */
final class LabelledSecrets {
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

    /** Up to four words, then a sign or a space. */
    private static final String WORDS_BETWEEN = "(?: [a-z'.-]{1,12}){0,4}(?: ?[:=#] ?| )";

    private LabelledSecrets() {}

    static List<Rule> rules() {
        return List.of(
                new LabelledRule(
                        "card-code",
                        Types.SECRET,
                        "security codes of cards after words",
                        Words.of(
                                "cvv",
                                "cvc",
                                "cvv2",
                                "cvn",
                                "security code",
                                "cryptogramme",
                                "crypto",
                                "prufziffer",
                                "prufnummer",
                                "kartenprufnummer",
                                "sicherheitscode",
                                "code de securite",
                                "codigo de seguridad",
                                "codice di sicurezza",
                                "ma bao mat"),
                        Value.after("[^0-9\n]{0,24}", "[0-9]{3,4}", value -> true),
                        40),
                new LabelledRule(
                        "pin",
                        Types.SECRET,
                        "pins and one-time codes after words",
                        Words.of(
                                "pin",
                                "otp",
                                "tan",
                                "mtan",
                                "verification code",
                                "security code",
                                "one-time code",
                                "one time code",
                                "one-time password",
                                "confirmation code",
                                "sms code",
                                "sms-code",
                                "login code",
                                "code de verification",
                                "code de confirmation",
                                "code sms",
                                "code a usage unique",
                                "bestatigungscode",
                                "einmalcode",
                                "codigo de verificacion",
                                "codigo de confirmacion",
                                "codigo sms",
                                "codice di verifica",
                                "codice di conferma",
                                "codice sms",
                                "ma xac nhan",
                                "ma xac thuc",
                                "ma otp",
                                "ma pin"),
                        Value.after(
                                WORDS_BETWEEN,
                                "(?:[0-9]{4,8}|[0-9]{2,4}(?:[ -][0-9]{2,4}){1,3})[#*]?",
                                value -> !Dates.looksLikeOne(value)),
                        64),
                new LabelledRule(
                        "entry-code",
                        Types.SECRET,
                        "codes of doors, gates, alarms and safes after words",
                        Words.of(
                                "gate code",
                                "door code",
                                "entry code",
                                "access code",
                                "alarm code",
                                "lock code",
                                "keypad code",
                                "garage code",
                                "passcode",
                                "unlock code",
                                "safe code",
                                "digicode",
                                "code d'acces",
                                "code d'entree",
                                "code de la porte",
                                "code porte",
                                "code du portail",
                                "code de l'immeuble",
                                "code immeuble",
                                "code de l'alarme",
                                "code alarme",
                                "code du coffre",
                                "turcode",
                                "zugangscode",
                                "alarmcode",
                                "tresorcode",
                                "codigo de acceso",
                                "codigo de la puerta",
                                "codigo del portal",
                                "codigo de alarma",
                                "codice di accesso",
                                "codice d'accesso",
                                "codice della porta",
                                "codice porta",
                                "codice del portone",
                                "codice del cancello",
                                "codice allarme",
                                "ma cua",
                                "ma so cua",
                                "ma khoa"),
                        Value.after(
                                WORDS_BETWEEN,
                                "(?:[a-z]{0,3}[0-9][0-9a-z]{2,7}|[0-9]{2,4}(?:[ -][0-9]{2,4}){1,3})[#*]?",
                                LabelledSecrets::hasThreeDigits),
                        64),
                new LabelledRule(
                        "authorization",
                        Types.SECRET,
                        "credentials after the words of HTTP",
                        Words.of("bearer", "authorization: basic"),
                        Value.after(" ?[:=]? ?", "[a-z0-9._~+/=-]{16,256}", value -> true),
                        280),
                new LabelledRule(
                        "password-plain",
                        Types.SECRET,
                        "passwords of letters and digits right after a word",
                        Words.of(
                                "password",
                                "passwd",
                                "pwd",
                                "pw",
                                "passwort",
                                "kennwort",
                                "mot de passe",
                                "mdp",
                                "contrasena",
                                "clave",
                                "mat khau"),
                        Value.after(",? ", "[^ \n\r\t\"',;-]{6,64}", LabelledSecrets::isPlainSecret),
                        96),
                new LabelledRule(
                        "password-told",
                        Types.SECRET,
                        "passwords of letters and digits after a word and some others",
                        Words.of(
                                "password",
                                "pw",
                                "passwort",
                                "kennwort",
                                "mot de passe",
                                "mdp",
                                "code wifi",
                                "code wi-fi",
                                "pass wifi",
                                "cle wifi",
                                "cle wi-fi",
                                "wlan-schlussel",
                                "wlan-key",
                                "contrasena",
                                "clave",
                                "chiave wifi",
                                "wachtwoord",
                                "mat khau"),
                        Value.after(
                                "(?: [a-z'-]{1,12}){0,7}(?: ?[:=] ?| (?:is|was|still|est|etait|ist|war|war mal|vorlaufig|lautet|c'est|c'etait|provisoire|temporaire|provisional|temporal|es|era|e|la|to|auf|par|por|a|in|su|thanh)(?: ?:)? )",
                                "[^ \n\r\t\"',;]{6,64}",
                                LabelledSecrets::isPlainSecret),
                        160),
                new LabelledRule(
                        "key-told",
                        Types.SECRET,
                        "keys of 20 letters and digits or more after a word",
                        Words.of(
                                "secret key", "secret access key", "access key", "api key", "private key", "api token"),
                        Value.after(
                                "(?: ?[:=] ?| (?:is |est |ist |es )?)",
                                "[a-z0-9+/=_-]{20,128}",
                                LabelledSecrets::isPlainSecret),
                        160),
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
                                "otp",
                                "pw",
                                "clave",
                                "haslo",
                                "palavra-passe"),
                        Value.after(
                                "[\"']?(?:[ _-](?:access|code|key|number|id|token|wifi|wlan|wi-fi)){0,3}[\"']?(?: ?[:=] ?| (?:is|was|est|etait|ist|war|lautet|es|era|la|e|c'est)(?: ?:)? )[\"']?",
                                "[^ \n\r\t\"',;]{3,128}",
                                LabelledSecrets::isSecret),
                        160));
    }

    private static boolean isPlainSecret(String value) {
        return value.chars().anyMatch(Character::isDigit) && value.chars().anyMatch(Character::isLetter);
    }

    private static boolean hasThreeDigits(String value) {
        return value.chars().filter(Character::isDigit).count() >= 3 && !Dates.looksLikeOne(value);
    }

    /** A letter or digit with something else beside it: another kind of sign, or a capital within. */
    private static boolean isSecret(String value) {
        boolean isMixed = value.chars().skip(1).anyMatch(Character::isUpperCase)
                && value.chars().anyMatch(Character::isLowerCase);
        return value.chars().anyMatch(Character::isLetterOrDigit)
                && (isMixed || value.chars().anyMatch(c -> !Character.isLetter(c)));
    }
}
