package io.postil.starter.generate;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Random;

/** The values of the slots of one text; a person with a number stays the same through the text. */
final class SlotValues {

    private final String language;
    private final int part;
    private final Sources sources;
    private final Random random;
    private final Map<String, Person> persons = new HashMap<>();

    SlotValues(String language, int part, Sources sources, Random random) {
        this.language = language;
        this.part = part;
        this.sources = sources;
        this.random = random;
    }

    String value(String type, String form, String number) {
        return switch (type) {
            case "PERSON" ->
                form.endsWith("noun") ? namedLikeAWord(form) : PersonValues.name(person(number), form, random);
            case "EMAIL" -> PersonValues.email(person(number), random);
            case "LOCATION" -> place(form);
            case "ORGANIZATION" -> new OrganizationValues(language, sources, random).value(form, person(""), city());
            case "ADDRESS" -> new AddressValues(language, sources, random).value(form, city());
            case "DATE" -> DateValues.value(language, form, random);
            case "PHONE" -> PhoneValues.value(language, random);
            case "AGE" -> String.valueOf(random.nextInt(10) == 0 ? 1 + random.nextInt(9) : 10 + random.nextInt(86));
            case "TITLE" -> sources.lists().one(language, "title", random);
            case "noun" -> written(sources.lists().one(language, "noun", random), form);
            case "brand" -> sources.lists().brand(random);
            case "NATIONALITY" -> sources.lists().one(language, "nationality", random);
            default -> FillerValues.value(language, type, random);
        };
    }

    /** Now and then a town that only Datafaker knows, in any language. */
    private String place(String form) {
        boolean isCity = form.equals("city") || form.isEmpty();
        return isCity && random.nextInt(100) < 20
                ? sources.faked().any("city", random)
                : sources.lists().place(language, form, random);
    }

    /** A name that is a word too: {@code noun}, or {@code lownoun} without its capital. */
    private String namedLikeAWord(String form) {
        String word = sources.lists().one(language, "noun", random);
        return written(word, form.equals("noun") ? "cap" : "lower");
    }

    private static String written(String word, String form) {
        return switch (form) {
            case "cap" -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
            case "upper" -> word.toUpperCase(Locale.ROOT);
            case "lower" -> word.toLowerCase(Locale.ROOT);
            default -> word;
        };
    }

    private String city() {
        return place("city");
    }

    private Person person(String number) {
        return number.isEmpty()
                ? sources.names().person(language, part, random)
                : persons.computeIfAbsent(number, key -> sources.names().person(language, part, random));
    }
}
