package io.postil.starter.generate;

import java.util.Locale;
import java.util.Random;

/** Invented companies, banks, schools and hospitals. An article is never part of the value. */
final class OrganizationValues {

    private static final String[] HEADS = {
        "Bra", "Vel", "Nor", "Quel", "Tam", "Zor", "Lum", "Ost", "Fen", "Gri", "Hal", "Kor", "Mer", "Pel", "Ros", "Syl",
        "Tre", "Ulm", "Var", "Wes", "Yar", "Dov", "Cal", "Bel", "Arg", "Ich", "Opt"
    };
    private static final String[] MIDDLES = {"ti", "la", "ne", "do", "vi", "ra", "mo", "se", "qua", "li", "zo", "fe"};
    private static final String[] TAILS = {
        "dyne", "nova", "tek", "lis", "ment", "vance", "mark", "ric", "nix", "field", "soft", "lia", "gen", "trix",
        "pharm", "net", "via", "ware", "ton", "sys", "core", "bis"
    };

    private OrganizationValues() {}

    static String coined(Random random) {
        return Pick.one(random, HEADS)
                + (random.nextBoolean() ? Pick.one(random, MIDDLES) : "")
                + Pick.one(random, TAILS);
    }

    static String value(String language, String form, Person founder, String city, Random random) {
        boolean french = language.equals("fr");
        return switch (form) {
            case "", "company" -> company(french, founder, city, random);
            case "bank" ->
                french
                        ? "Banque " + Pick.one(random, coined(random), founder.last(), "Populaire " + city)
                        : Pick.one(random, coined(random), founder.last(), city + " Mutual") + " Bank";
            case "school" ->
                french
                        ? Pick.one(
                                random,
                                "université " + of(city),
                                "Université " + of(city),
                                "école " + founder.written("full"),
                                "Institut " + founder.last())
                        : Pick.one(
                                random,
                                "University of " + city,
                                city + " Grammar School",
                                founder.last() + " Institute",
                                city + " Technical College");
            case "hospital" ->
                french
                        ? Pick.one(random, "hôpital ", "Hôpital ")
                                + Pick.one(random, "Saint-" + founder.first(), founder.last(), of(city))
                        : Pick.one(
                                random,
                                "St " + founder.first() + "'s Hospital",
                                city + " General Hospital",
                                founder.last() + " Memorial Hospital");
            default -> throw new IllegalArgumentException("unknown form of an organization: " + form);
        };
    }

    private static String of(String city) {
        return "AEÉIOU".indexOf(city.charAt(0)) >= 0 ? "d'" + city : "de " + city;
    }

    private static String company(boolean french, Person founder, String city, Random random) {
        String core = coined(random);
        return switch (random.nextInt(9)) {
            case 0, 1 -> core;
            case 2 ->
                core + " "
                        + (french
                                ? Pick.one(random, "SA", "SAS", "SARL", "France", "Groupe")
                                : Pick.one(random, "Ltd", "Inc", "LLC", "plc", "Group", "GmbH"));
            case 3 ->
                founder.last()
                        + (french
                                ? Pick.one(random, " & Fils", " et Associés", " Transports", " Conseil")
                                : Pick.one(random, " & Sons", " and Partners", " Logistics", " Consulting"));
            case 4 ->
                core + " "
                        + (french
                                ? Pick.one(random, "Énergie", "Assurances", "Mobile", "Santé", "Voyages")
                                : Pick.one(random, "Energy", "Insurance", "Mobile", "Health", "Travel"));
            case 5 ->
                french
                        ? Pick.one(random, "Boulangerie ", "Garage ", "Cabinet ", "Éditions ") + founder.last()
                        : founder.last() + Pick.one(random, " Bakery", " Motors", " Law", " Press");
            case 6 -> core.toUpperCase(Locale.ROOT);
            case 7 ->
                french
                        ? Pick.one(random, "Mutuelle ", "Coopérative ") + of(city)
                        : city + Pick.one(random, " Water", " City Council", " Credit Union");
            default -> core + Pick.one(random, "-", " ") + coined(random);
        };
    }
}
