package io.postil.starter.generate;

import java.util.Locale;

/** An invented person and the ways a text may write the name. */
record Person(String first, String last, boolean familyFirst) {

    String written(String form) {
        return switch (form) {
            case "first" -> first;
            case "last" -> last;
            case "full" -> full();
            case "lower" -> full().toLowerCase(Locale.ROOT);
            case "lowerfirst" -> first.toLowerCase(Locale.ROOT);
            case "upper" -> familyFirst ? full() : first + " " + last.toUpperCase(Locale.ROOT);
            case "capitals" -> full().toUpperCase(Locale.ROOT);
            case "reversed" -> last.toUpperCase(Locale.ROOT) + " " + first;
            case "comma" -> last + ", " + first;
            case "initial" -> first.charAt(0) + ". " + last;
            default -> throw new IllegalArgumentException("unknown form of a person: " + form);
        };
    }

    private String full() {
        return familyFirst ? last + " " + first : first + " " + last;
    }
}
