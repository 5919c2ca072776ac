package io.postil.starter.generate;

import java.util.Locale;

/** An invented person and the ways a text may write the name. */
record Person(String first, String last) {

    String written(String form) {
        return switch (form) {
            case "first" -> first;
            case "last" -> last;
            case "full" -> first + " " + last;
            case "lower" -> (first + " " + last).toLowerCase(Locale.ROOT);
            case "lowerfirst" -> first.toLowerCase(Locale.ROOT);
            case "upper" -> first + " " + last.toUpperCase(Locale.ROOT);
            case "capitals" -> (first + " " + last).toUpperCase(Locale.ROOT);
            case "reversed" -> last.toUpperCase(Locale.ROOT) + " " + first;
            case "comma" -> last + ", " + first;
            case "initial" -> first.charAt(0) + ". " + last;
            default -> throw new IllegalArgumentException("unknown form of a person: " + form);
        };
    }
}
