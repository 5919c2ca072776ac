package io.postil.starter.generate;

import java.util.Locale;
import java.util.Random;

/** Invented street addresses; a postcode and city that follow the street belong to the address. */
final class AddressValues {

    private static final String[] FRENCH_KINDS = {
        "rue", "rue", "rue", "avenue", "boulevard", "place", "chemin", "allée", "impasse", "quai", "route", "bd", "av."
    };
    private static final String[] FRENCH_NAMES = {
        "des Lilas",
        "du Moulin",
        "de la République",
        "Victor-Baudry",
        "des Trois Fontaines",
        "du Général Marchais",
        "de l'Église",
        "Saint-Antoine",
        "du 8 mai 1945",
        "des Tanneurs",
        "de la Gare",
        "Émile Rouvier",
        "aux Herbes",
        "de Verdun",
        "du Four à Chaux",
        "des Acacias",
        "Pasteur",
        "Jeanne Vautrin",
        "de Bellevue",
        "du Puits",
        "des Hirondelles",
        "d'Alsace",
        "Lamarque"
    };
    private static final String[] ENGLISH_NAMES = {
        "Mill",
        "Church",
        "Oakfield",
        "Station",
        "Maple",
        "Victoria",
        "Kings",
        "Elm Grove",
        "Harbour",
        "Queensbury",
        "Hollow Creek",
        "Sycamore",
        "Ashdown",
        "Lakeview",
        "Cedar",
        "Bishop's",
        "Fairfax",
        "Windmill",
        "Juniper",
        "Thornton",
        "Copper Hill",
        "Meadow",
        "Birchwood",
        "Pennine"
    };
    private static final String[] GERMAN_STREETS = {
        "Lindenstraße",
        "Am Mühlbach",
        "Hauptstr.",
        "Goetheplatz",
        "Bahnhofstraße",
        "Kirchgasse",
        "Rosenweg",
        "Berliner Allee",
        "An der Alten Mühle",
        "Gartenstrasse"
    };
    private static final String[] GERMAN_CITIES = {
        "10969 Berlin",
        "80331 München",
        "50667 Köln",
        "20095 Hamburg",
        "04109 Leipzig",
        "70173 Stuttgart",
        "79098 Freiburg"
    };
    private static final String[] STATES = {"IL", "NY", "CA", "TX", "OH", "WA", "Georgia", "MA", "Oregon", "MN"};

    private AddressValues() {}

    static String value(String language, String city, Random random) {
        int dice = random.nextInt(100);
        String address = dice < 8
                ? german(random)
                : language.equals("fr")
                        ? french(city, random)
                        : dice < 54 ? british(city, random) : american(city, random);
        int style = random.nextInt(100);
        return style < 12 ? address.toLowerCase(Locale.ROOT) : style < 15 ? address.toUpperCase(Locale.ROOT) : address;
    }

    private static String french(String city, Random random) {
        String number = 1 + random.nextInt(180) + Pick.one(random, "", "", "", "", " bis", " ter", "B");
        String street = number + Pick.one(random, " ", " ", " ", ", ") + Pick.one(random, FRENCH_KINDS) + " "
                + Pick.one(random, FRENCH_NAMES);
        String code = Pick.digits(random, "#" + (1 + random.nextInt(9)) + Pick.one(random, "000", "100", "###"));
        return switch (random.nextInt(8)) {
            case 0, 1 -> street;
            case 2 -> street + ", bâtiment " + Pick.one(random, "A", "B", "C2") + ", " + code + " " + city;
            case 3 -> street + " " + code + " " + city;
            case 4 -> street + ", " + city;
            case 5 -> street + " - " + code + " " + city.toUpperCase(Locale.ROOT);
            default -> street + ", " + code + " " + city;
        };
    }

    private static String british(String city, Random random) {
        String flat = Pick.one(random, "", "", "", "Flat " + (1 + random.nextInt(20)) + ", ");
        String street = flat + (1 + random.nextInt(240))
                + Pick.one(random, "", "", "", "a", "b") + " " + Pick.one(random, ENGLISH_NAMES) + " "
                + Pick.one(random, "Road", "Street", "Lane", "Close", "Rd", "Crescent", "Gardens", "Terrace", "Way");
        String code = Pick.one(random, "LS", "M", "BS", "SW", "EH", "CF", "NR", "G") + (1 + random.nextInt(19)) + " "
                + random.nextInt(10) + Pick.one(random, "AB", "JT", "QX", "PL", "ED", "WH");
        return Pick.one(
                random,
                street,
                street,
                street + ", " + city,
                street + ", " + city + " " + code,
                street + ", " + city + ", " + code,
                street + " " + code);
    }

    private static String american(String city, Random random) {
        String street = (1 + random.nextInt(9800)) + " " + Pick.one(random, "", "", "", "N. ", "West ")
                + Pick.one(random, ENGLISH_NAMES) + " "
                + Pick.one(random, "Ave", "Avenue", "St", "Street", "Blvd", "Drive", "Dr", "Court", "Parkway", "Ln")
                + Pick.one(
                        random,
                        "",
                        "",
                        "",
                        ", Apt " + (1 + random.nextInt(40)) + "B",
                        " Suite " + (100 + random.nextInt(800)));
        String zip = Pick.digits(random, "#####");
        String state = Pick.one(random, STATES);
        return Pick.one(
                random,
                street,
                street,
                street + ", " + city,
                street + ", " + city + ", " + state + " " + zip,
                street + " " + city + " " + state + " " + zip);
    }

    private static String german(Random random) {
        String street =
                Pick.one(random, GERMAN_STREETS) + " " + (1 + random.nextInt(140)) + Pick.one(random, "", "", "a");
        return random.nextBoolean() ? street : street + ", " + Pick.one(random, GERMAN_CITIES);
    }
}
