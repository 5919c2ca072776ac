package io.postil.starter.generate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Supplier;
import net.datafaker.Faker;

/** Names of streets, places and companies from Datafaker, drawn once. */
final class FakedValues {
    private static final int DRAWS = 400;
    private static final List<String> LOCALES = List.of(
            "en-GB", "en-US", "fr", "de", "es", "it", "nl", "pl", "pt-BR", "sv", "cs", "hu", "da-DK", "nb-NO", "tr",
            "hr");

    private final Map<String, List<String>> values = new LinkedHashMap<>();

    FakedValues(long seed) {
        for (String locale : LOCALES) {
            Faker faker = new Faker(Locale.forLanguageTag(locale), new Random(seed));
            values.put(locale + ".street", draws(faker.address()::streetName));
            values.put(locale + ".city", draws(faker.address()::cityName));
            values.put(locale + ".company", draws(faker.company()::name));
        }
    }

    /** Of a language, which may be one that Datafaker is not asked for: then of any. */
    String one(String language, String kind, Random random) {
        List<List<String>> own = values.entrySet().stream()
                .filter(entry ->
                        entry.getKey().startsWith(language) && entry.getKey().endsWith(kind))
                .map(Map.Entry::getValue)
                .filter(list -> !list.isEmpty())
                .toList();
        return own.isEmpty() ? any(kind, random) : Pick.one(random, Pick.one(random, own));
    }

    /** Of any language. */
    String any(String kind, Random random) {
        return one("", kind, random);
    }

    private static List<String> draws(Supplier<String> source) {
        Set<String> drawn = new LinkedHashSet<>();
        for (int i = 0; i < DRAWS; i++) {
            String value = source.get().strip();
            if (value.matches("\\p{L}[\\p{L}\\p{N}'.,& -]*[\\p{L}.]") && !value.endsWith("..")) {
                drawn.add(value);
            }
        }
        return new ArrayList<>(drawn);
    }
}
