package io.postil.starter.generate;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/** Invented street addresses; a postcode, city and country that follow the street belong to the address. */
final class AddressValues {
    private static final List<String> LANGUAGES = List.of("en", "fr", "de", "es", "it", "vi");
    private static final String[] STATES = {
        "IL", "NY", "CA", "TX", "OH", "WA", "Georgia", "MA", "Oregon", "MN", "FL", "ON"
    };

    private final String language;
    private final Sources sources;
    private final Random random;

    AddressValues(String language, Sources sources, Random random) {
        this.language = language;
        this.sources = sources;
        this.random = random;
    }

    /** Forms: street, zip, lines (over several), foreign, or none. */
    String value(String form, String city) {
        String written =
                switch (form) {
                    case "street" -> streetName(language);
                    case "zip" -> code(language);
                    case "lines" -> lines(random.nextInt(5) == 0 ? other() : language, city);
                    case "foreign" -> lines(other(), city);
                    default -> plain(random.nextInt(100) < 8 ? other() : language, city);
                };
        int style = random.nextInt(100);
        return style < 12 ? written.toLowerCase(Locale.ROOT) : style < 15 ? written.toUpperCase(Locale.ROOT) : written;
    }

    private String other() {
        return Pick.one(random, LANGUAGES);
    }

    private String plain(String of, String city) {
        String street = street(of);
        return switch (random.nextInt(7)) {
            case 0, 1, 2 -> street;
            case 3 -> street + ", " + city;
            case 4 -> street + " " + placed(of, city);
            default -> street + ", " + placed(of, city);
        };
    }

    /** Parts below one another, or with signs between that people use in forms. */
    private String lines(String of, String city) {
        List<String> parts = new ArrayList<>(List.of(street(of)));
        if (random.nextInt(4) == 0) {
            parts.add(unit(of));
        }
        parts.add(placed(of, city));
        if (random.nextInt(3) == 0) {
            parts.add(sources.lists().one(of, "country", random));
        }
        String sign = Pick.one(random, "\n", "\n", "\n", ", ", ",\n", "\n, ", " - ", " / ", "\n ");
        return String.join(sign, parts);
    }

    private String placed(String of, String city) {
        String code = code(of);
        return switch (of) {
            case "en" ->
                Pick.one(
                        random,
                        city + " " + code,
                        city + ", " + code,
                        city + ", " + Pick.one(random, STATES) + " " + code,
                        city + "\n, " + Pick.one(random, STATES) + "\n " + code,
                        city + " " + Pick.one(random, STATES) + " " + code);
            case "vi" ->
                random.nextBoolean()
                        ? city
                        : Pick.one(random, "quận ", "phường ", "P.", "huyện ") + (1 + random.nextInt(12)) + ", " + city;
            default ->
                Pick.one(
                        random,
                        code + " " + city,
                        code + " " + city,
                        city + " " + code,
                        code + " " + city.toUpperCase(Locale.ROOT));
        };
    }

    private String code(String of) {
        return switch (of) {
            case "en" ->
                random.nextBoolean()
                        ? Pick.digits(random, Pick.one(random, "#####", "#####", "#####-####", "####"))
                        : Pick.one(random, "LS", "M", "BS", "SW", "EH", "CF", "NR", "G", "K", "V")
                                + (1 + random.nextInt(19)) + " " + random.nextInt(10)
                                + Pick.one(random, "AB", "JT", "QX", "PL", "ED", "WH");
            case "vi" -> Pick.digits(random, "######");
            default -> Pick.digits(random, Pick.one(random, "#####", "#####", "#####", "####", "##-###"));
        };
    }

    private String street(String of) {
        int number = 1 + random.nextInt(Pick.one(random, 60, 240, 9_800));
        String name = streetName(of);
        return switch (of) {
            case "en" ->
                flat() + number + Pick.one(random, "", "", "", "a", "B") + " " + name
                        + Pick.one(
                                random,
                                "",
                                "",
                                "",
                                ", Apt " + (1 + random.nextInt(400)),
                                " Suite " + (100 + random.nextInt(800)),
                                " Apt. " + (1 + random.nextInt(900)),
                                " #" + random.nextInt(90));
            case "fr" ->
                number + Pick.one(random, "", "", "", " bis", " ter", "B") + Pick.one(random, " ", " ", ", ") + name;
            case "es" ->
                name
                        + Pick.one(random, " ", ", ", " nº ", " #")
                        + number
                        + Pick.one(random, "", "", ", 2º B", ", piso 4", ", 1-3");
            case "it" ->
                name + Pick.one(random, " ", ", ", " n. ") + number + Pick.one(random, "", "", "/A", " int. 3");
            case "vi" ->
                Pick.one(random, "", "Số ", "số nhà ", "ngõ ", "hẻm ")
                        + number
                        + Pick.one(random, "", "/" + (1 + random.nextInt(40)), "A")
                        + Pick.one(random, " ", " đường ", ", đường ", " phố ")
                        + name;
            default ->
                random.nextInt(8) == 0
                        ? number + " " + name
                        : name + " " + number + Pick.one(random, "", "", "", "a", " b", "/3");
        };
    }

    private String flat() {
        return Pick.one(
                random,
                "",
                "",
                "",
                "",
                "Flat " + (1 + random.nextInt(20)) + ", ",
                "Unit " + (1 + random.nextInt(40)) + ", ");
    }

    private String unit(String of) {
        return switch (of) {
            case "fr" -> Pick.one(random, "bâtiment C", "appt 12", "3e étage", "BP 40");
            case "de" -> Pick.one(random, "Hinterhaus", "3. OG", "Postfach 12 40", "c/o Lang");
            case "es" -> Pick.one(random, "piso 3", "puerta B", "Col. Centro");
            case "it" -> Pick.one(random, "scala B", "interno 5", "fraz. San Rocco");
            case "vi" -> Pick.one(random, "phường 7", "tầng 4", "căn hộ 1203");
            default -> Pick.one(random, "2nd floor", "PO Box 118", "Building 4", "Suite 9", "Rear entrance");
        };
    }

    /** Hand-written ones, Datafaker's of the language, and now and then of any. */
    private String streetName(String of) {
        int dice = random.nextInt(100);
        if (dice < 12) {
            return sources.faked().any("street", random);
        }
        if (dice < 45 && !of.equals("vi")) {
            return sources.faked().one(of, "street", random);
        }
        String name = sources.lists().one(of, "street", random);
        return switch (of) {
            case "fr" ->
                Pick.one(
                                random,
                                "rue",
                                "rue",
                                "rue",
                                "avenue",
                                "boulevard",
                                "place",
                                "chemin",
                                "allée",
                                "impasse",
                                "quai",
                                "route",
                                "bd",
                                "av.",
                                "square",
                                "cours")
                        + " " + name;
            case "en" ->
                name + " "
                        + Pick.one(
                                random,
                                "Road",
                                "Street",
                                "Lane",
                                "Close",
                                "Rd",
                                "St",
                                "Crescent",
                                "Gardens",
                                "Terrace",
                                "Way",
                                "Ave",
                                "Avenue",
                                "Blvd",
                                "Drive",
                                "Court",
                                "Parkway",
                                "Ln",
                                "Hill",
                                "Row",
                                "Yard",
                                "Square",
                                "Place");
            default -> name;
        };
    }
}
