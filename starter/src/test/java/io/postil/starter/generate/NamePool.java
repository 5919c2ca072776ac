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

/**
 * First and last names of many origins, from Datafaker and from the hand-written lists. Each name belongs to one of
 * {@value #PARTS} parts and a template draws from its own part alone, so templates of different parts share no name.
 */
final class NamePool {

    static final int PARTS = 10;

    private static final int DRAWS = 2_500;
    private static final List<String> LOCALES = List.of(
            "en-GB", "en-US", "fr", "de", "pl", "es", "it", "en-IND", "nl", "pt-BR", "vi", "sv", "tr", "cs", "hu",
            "da-DK", "nb-NO", "hr", "fi-FI", "en-NG", "fr-CH", "de-AT", "es-MX");
    private static final Map<String, List<String>> HOMES = Map.of(
            "en", List.of("en-GB", "en-US", "english"),
            "fr", List.of("fr", "fr", "french", "maghreb", "fr-CH"),
            "de", List.of("de", "de", "germanic", "de-AT"),
            "es", List.of("es", "iberian", "es-MX"),
            "it", List.of("it"),
            "vi", List.of("vi", "vietnamese"));
    private static final Set<String> FAMILY_FIRST = Set.of("vi", "vietnamese");

    private final Map<String, List<List<String>>> first = new LinkedHashMap<>();
    private final Map<String, List<List<String>>> last = new LinkedHashMap<>();

    NamePool(long seed, List<NameOrigin> handWritten) {
        for (String locale : LOCALES) {
            Faker faker = new Faker(Locale.forLanguageTag(locale), new Random(seed));
            add(locale, draws(faker.name()::firstName), draws(faker.name()::lastName));
        }
        for (NameOrigin origin : handWritten) {
            add(origin.origin(), new LinkedHashSet<>(origin.first()), new LinkedHashSet<>(origin.last()));
        }
    }

    Person person(String language, int part, Random random) {
        String origin = origin(language, random);
        boolean familyFirst = FAMILY_FIRST.contains(origin) && (language.equals("vi") || random.nextBoolean());
        String given = name(origin, first, part, random);
        if (familyFirst && random.nextInt(3) > 0) {
            given = Pick.one(
                            random,
                            "V\u0103n",
                            "Th\u1ecb",
                            "Minh",
                            "Thanh",
                            "Ng\u1ecdc",
                            "Qu\u1ed1c",
                            "\u0110\u1ee9c",
                            "Kim")
                    + " " + given;
        }
        return new Person(given, name(origin, last, part, random), familyFirst);
    }

    private String origin(String language, Random random) {
        int home = language.equals("vi") ? 80 : 45;
        return random.nextInt(100) < home
                ? Pick.one(random, HOMES.get(language))
                : Pick.one(random, List.copyOf(first.keySet()));
    }

    private static String name(String origin, Map<String, List<List<String>>> all, int part, Random random) {
        List<String> names = all.get(origin).get(part);
        if (!names.isEmpty()) {
            return Pick.one(random, names);
        }
        List<List<String>> others = all.values().stream()
                .map(parts -> parts.get(part))
                .filter(l -> !l.isEmpty())
                .toList();
        return Pick.one(random, Pick.one(random, others));
    }

    private void add(String origin, Set<String> firstNames, Set<String> lastNames) {
        first.put(origin, parts(firstNames));
        last.put(origin, parts(lastNames));
    }

    private static List<List<String>> parts(Set<String> names) {
        List<List<String>> parts = new ArrayList<>();
        for (int i = 0; i < PARTS; i++) {
            parts.add(new ArrayList<>());
        }
        names.forEach(name ->
                parts.get(Pick.part(name.toLowerCase(Locale.ROOT), PARTS)).add(name));
        return parts;
    }

    private static Set<String> draws(Supplier<String> names) {
        Set<String> drawn = new LinkedHashSet<>();
        for (int i = 0; i < DRAWS; i++) {
            String name = names.get();
            if (name.matches("\\p{Lu}[\\p{L}' -]*\\p{L}")) {
                drawn.add(name);
            }
        }
        return drawn;
    }
}
