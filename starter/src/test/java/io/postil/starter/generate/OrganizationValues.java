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

    private final String language;
    private final Sources sources;
    private final Random random;

    OrganizationValues(String language, Sources sources, Random random) {
        this.language = language;
        this.sources = sources;
        this.random = random;
    }

    static String coined(Random random) {
        return Pick.one(random, HEADS)
                + (random.nextBoolean() ? Pick.one(random, MIDDLES) : "")
                + Pick.one(random, TAILS);
    }

    String value(String form, Person founder, String city) {
        return switch (form) {
            case "", "company" -> company(founder, city);
            case "bank" -> bank(founder, city);
            case "school" -> school(founder, city);
            case "hospital" -> hospital(founder, city);
            default -> throw new IllegalArgumentException("unknown form of an organization: " + form);
        };
    }

    private String bank(Person founder, String city) {
        String core = Pick.one(random, coined(random), founder.last(), city);
        return switch (language) {
            case "fr" -> Pick.one(random, "Banque ", "Crédit ", "Caisse ") + core;
            case "de" -> Pick.one(random, core + "bank", "Sparkasse " + city, "Volksbank " + city, core + " Bank AG");
            case "es" -> Pick.one(random, "Banco ", "Caja ") + core;
            case "it" -> Pick.one(random, "Banca ", "Cassa di Risparmio di ", "Credito ") + core;
            case "vi" -> Pick.one(random, "ngân hàng ", "Ngân hàng TMCP ") + core;
            default -> core + Pick.one(random, " Bank", " Mutual", " Savings Bank", " Credit Union");
        };
    }

    private String school(Person founder, String city) {
        return switch (language) {
            case "fr" ->
                Pick.one(
                        random,
                        "université " + of(city),
                        "Université " + of(city),
                        "école " + founder.written("full"),
                        "lycée " + founder.written("full"),
                        "collège " + founder.last(),
                        "Institut " + founder.last());
            case "de" ->
                Pick.one(
                        random,
                        "Universität " + city,
                        "TU " + city,
                        founder.last() + "-Gymnasium",
                        "Grundschule " + city);
            case "es" ->
                Pick.one(random, "Universidad de " + city, "IES " + founder.last(), "Colegio San " + founder.first());
            case "it" ->
                Pick.one(
                        random,
                        "Università di " + city,
                        "Liceo " + founder.last(),
                        "Istituto " + founder.written("full"));
            case "vi" ->
                Pick.one(
                        random,
                        "Đại học " + city,
                        "Trường THPT " + founder.written("full"),
                        "trường tiểu học " + founder.written("full"));
            default ->
                Pick.one(
                        random,
                        "University of " + city,
                        city + " Grammar School",
                        city + " High School",
                        founder.last() + " Institute",
                        founder.last() + " College",
                        "St " + founder.first() + " Primary",
                        city + " Technical College");
        };
    }

    private String hospital(Person founder, String city) {
        return switch (language) {
            case "fr" ->
                Pick.one(random, "hôpital ", "Hôpital ", "Clinique ", "CHU ")
                        + Pick.one(random, "Saint-" + founder.first(), founder.last(), of(city));
            case "de" ->
                Pick.one(
                        random,
                        "Klinikum " + city,
                        "Krankenhaus Sankt " + founder.first(),
                        "Uniklinik " + city,
                        "Praxis " + founder.last());
            case "es" ->
                Pick.one(
                        random,
                        "Hospital General de " + city,
                        "Hospital San " + founder.first(),
                        "Clínica " + founder.last());
            case "it" ->
                Pick.one(random, "Ospedale San " + founder.first(), "Policlinico " + city, "Clinica " + founder.last());
            case "vi" ->
                Pick.one(random, "Bệnh viện " + city, "bệnh viện Đa khoa " + city, "Phòng khám " + founder.last());
            default ->
                Pick.one(
                        random,
                        "St " + founder.first() + "'s Hospital",
                        city + " General Hospital",
                        founder.last() + " Clinic",
                        founder.last() + " Memorial Hospital");
        };
    }

    private static String of(String city) {
        return "AEÉIOU".indexOf(city.charAt(0)) >= 0 ? "d'" + city : "de " + city;
    }

    private String company(Person founder, String city) {
        String core = coined(random);
        return switch (random.nextInt(12)) {
            case 0, 1 -> core;
            case 2 -> formed(core);
            case 3 -> formed(founder.last());
            case 4 -> sources.faked().one(language, "company", random);
            case 5 -> sources.faked().any("company", random);
            case 6 -> Pick.one(random, core.toUpperCase(Locale.ROOT), initials());
            case 7 ->
                english() + " " + sources.lists().one("en", "word", random)
                        + Pick.one(random, "", "", " Ltd", " Inc", " Co");
            case 8 -> english() + " " + sources.lists().one("en", "org", random);
            case 9 -> formed(city);
            case 10 -> core + Pick.one(random, "-", " ", " & ") + coined(random);
            default ->
                founder.last()
                        + Pick.one(random, " & ", "-", ", ")
                        + coined(random)
                        + Pick.one(random, "", " and " + founder.last());
        };
    }

    private String english() {
        return sources.lists().one("en", "word", random);
    }

    /** Three or four capitals. */
    private String initials() {
        StringBuilder letters = new StringBuilder();
        for (int i = 3 + random.nextInt(2); i > 0; i--) {
            letters.append((char) ('A' + random.nextInt(26)));
        }
        return letters.toString();
    }

    /** With what says that it is an organisation, before or after it as the language has it. */
    private String formed(String core) {
        String form = language.equals("en")
                ? Pick.one(
                        random,
                        "Ltd",
                        "Inc",
                        "LLC",
                        "plc",
                        "Group",
                        "GmbH",
                        "Corp",
                        "& Sons",
                        "and Partners",
                        "Logistics",
                        "Consulting",
                        "Energy",
                        "Insurance",
                        "Mobile",
                        "Health",
                        "Travel",
                        "Bakery",
                        "Motors",
                        "Water",
                        "City Council")
                : sources.lists().one(language, "org", random);
        boolean before = language.equals("vi") || (language.equals("fr") && random.nextInt(3) == 0);
        return !before
                ? core + " " + form
                : language.equals("vi")
                        ? form + " " + core
                        : Pick.one(random, "Garage ", "Cabinet ", "Éditions ", "Boulangerie ", "Mutuelle ", "Société ")
                                + core;
    }
}
