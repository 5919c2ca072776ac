package io.postil.starter.generate;

import java.util.HashMap;
import java.util.Map;
import java.util.Random;

/** The values of the slots of one text; a person with a number stays the same through the text. */
final class SlotValues {

    private final String language;
    private final int part;
    private final NamePool names;
    private final PlaceValues places;
    private final Random random;
    private final Map<String, Person> persons = new HashMap<>();

    SlotValues(String language, int part, NamePool names, PlaceValues places, Random random) {
        this.language = language;
        this.part = part;
        this.names = names;
        this.places = places;
        this.random = random;
    }

    String value(String type, String form, String number) {
        return switch (type) {
            case "PERSON" -> PersonValues.name(person(number), form, random);
            case "EMAIL" -> PersonValues.email(person(number), random);
            case "LOCATION" -> places.value(language, form, random);
            case "ORGANIZATION" -> OrganizationValues.value(language, form, person(""), city(), random);
            case "ADDRESS" -> AddressValues.value(language, city(), random);
            case "DATE" -> DateValues.value(language, form, random);
            case "PHONE" -> PhoneValues.value(language, random);
            default -> FillerValues.value(language, type, random);
        };
    }

    private String city() {
        return places.value(language, "city", random);
    }

    private Person person(String number) {
        return number.isEmpty()
                ? names.person(language, part, random)
                : persons.computeIfAbsent(number, key -> names.person(language, part, random));
    }
}
