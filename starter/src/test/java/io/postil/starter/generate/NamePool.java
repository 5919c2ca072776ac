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
    private static final List<String> LOCALES =
            List.of("en-GB", "en-US", "fr", "de", "pl", "es", "it", "en-IND", "nl", "pt-BR", "vi", "sv", "tr");

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
        return new Person(name(origin, first, part, random), name(origin, last, part, random));
    }

    private String origin(String language, Random random) {
        List<String> home =
                language.equals("fr") ? List.of("fr", "fr", "french") : List.of("en-GB", "en-US", "english");
        return random.nextInt(100) < 40 ? Pick.one(random, home) : Pick.one(random, List.copyOf(first.keySet()));
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
