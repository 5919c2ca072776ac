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

    /** Two letters, two digits, three letters; four digits, three consonants; and so on, by country. */
    private static final String PLATES = "[a-z]{2}[0-9]{2} ?[a-z]{3}|[0-9]{4}[ -]?[b-df-hj-np-tv-z]{3}"
            + "|[a-z]{1,3}[ -][a-z]{1,2}[ -]?[0-9]{1,4}|[a-z]{2}[ -]?[0-9]{3}[ -]?[a-z]{2}"
            + "|[0-9]{2}[a-z][0-9]?[ -]?[0-9]{3}\\.?[0-9]{2}|[a-z]{1,2}-[0-9]{4}-[a-z]{1,2}";

    private Labelled() {}

    static List<Rule> rules() {
        return List.of(
                new LabelledRule(
                        "nationality",
                        "NATIONALITY",
                        "nationalities after a word and a colon",
                        Words.of(
                                "nationality",
                                "citizenship",
                                "nationalite",
                                "citoyennete",
                                "staatsangehorigkeit",
                                "nationalitat",
                                "nacionalidad",
                                "cittadinanza",
                                "nazionalita",
                                "nationaliteit",
                                "quoc tich"),
                        Value.after(" ?: ?", "[a-z'-]{3,24}(?: [a-z'-]{3,24})?", value -> true),
                        40),
                new LabelledRule(
                        "bic",
                        Types.BIC,
                        "BIC beside words, with an ISO country",
                        Words.of("bic", "swift"),
                        Value.matching("[a-z]{6}[a-z0-9]{2}(?:[a-z0-9]{3})?", Labelled::isBic),
                        40),
                new PatternRule(
                        "bic-head-office",
                        Types.BIC,
                        "BIC of head offices, in capitals and near a number",
                        "[a-z]{6}[a-z0-9]{2}xxx",
                        value -> isBic(value) && value.equals(value.toUpperCase(Locale.ROOT)),
                        0.8),
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
                        Value.matching(
                                "[a-z]{0,3} ?[0-9][a-z0-9]{0,13}(?:[ -][a-z0-9]{0,4}[0-9][a-z0-9]{0,4}){0,4}",
                                Labelled::hasDigits),
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
                        Value.matching(
                                "[a-z]{0,3} ?[0-9][a-z0-9]{4,10}|[0-9]{2} ?[a-z]{2} ?[0-9]{5}", Labelled::isPassport),
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
                                "permis n",
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
                                "reg plate",
                                "registration",
                                "nummernschild",
                                "kfz",
                                "bien kiem soat",
                                "placa"),
                        Value.matching("[a-z0-9]{1,8}(?:[ .-][a-z0-9]{1,5}){0,3}", Labelled::isPlate),
                        40),
                new LabelledRule(
                        "plate-short",
                        Types.PLATE,
                        "number plates after a short word, in capitals",
                        Words.of("plate", "plates", "reg", "rego", "reg no", "vrm"),
                        Value.after(
                                "(?: (?:is|was|no\\.?|number|nr\\.?)){0,2}(?: ?[:#] ?| )",
                                "[a-z]{1,3}[ -]?[0-9]{1,4}(?:[ -]?[a-z]{1,3})?|[0-9]{1,4}[ -]?[a-z]{1,3}(?:[ -]?[0-9]{1,3})?",
                                Labelled::isLoudPlate),
                        24),
                new PatternRule(
                        "plate-british",
                        Types.PLATE,
                        "British number plates since 2001, in capitals and with their space",
                        "[a-hj-pr-y][a-hj-pr-y](?:0[2-9]|1[0-9]|2[0-7]|5[1-9]|6[0-9]|7[0-7]) [a-hj-pr-z]{3}",
                        value -> value.equals(value.toUpperCase(Locale.ROOT)),
                        0.6),
                new LabelledRule(
                        "plate-vehicle",
                        Types.PLATE,
                        "number plates of France, Germany, Italy, Spain, the United Kingdom and Vietnam, in capitals, after words for vehicles",
                        Words.of(Words.listed("""
                                car, van, lorry, truck, vehicle, motorbike, suv, hatchback, voiture, camion, camionnette, fourgon,
                                vehicule, moto, scooter, wagen, auto, pkw, lkw, golf, kombi, transporter, motorrad, coche,
                                furgoneta, turismo, vehiculo, fahrzeug, macchina, furgone, veicolo, xe, o to""")),
                        Value.matching(PLATES, Labelled::isLoudPlate),
                        40),
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
                        16));
    }

    private static boolean isBic(String value) {
        return COUNTRIES.contains(value.substring(4, 6).toUpperCase(Locale.ROOT));
    }

    /** German ones have any number of digits, capitals that are no vowels, and nine signs. */
    private static boolean isPassport(String value) {
        boolean isGerman = value.length() == 9
                && value.chars().allMatch(c -> (c >= '0' && c <= '9') || "CFGHJKLMNPRTVWXYZ".indexOf(c) >= 0)
                && value.chars().anyMatch(c -> c >= '0' && c <= '9');
        return isGerman || hasDigits(value);
    }

    static boolean hasDigits(String value) {
        return value.chars().filter(c -> c >= '0' && c <= '9').count() >= 5;
    }

    private static boolean isLoudPlate(String value) {
        return isPlate(value.toLowerCase(Locale.ROOT)) && value.equals(value.toUpperCase(Locale.ROOT));
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
}
