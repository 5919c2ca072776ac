package io.postil.privacy.replace;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Texts, each with a name, that are looked for as whole words, without case and accents. Immutable. */
final class WordList {
    private final Map<String, String> names;
    /** How many words texts have, by the first of them. */
    private final Map<String, Set<Integer>> lengths = new HashMap<>();

    /** Texts by themselves, each with its name. */
    WordList(Map<String, String> texts) {
        names = new HashMap<>();
        texts.forEach((text, name) -> {
            var key = WordRuns.key(text);
            names.put(key, name);
            var words = key.split(" ", -1);
            lengths.computeIfAbsent(words[0], first -> new TreeSet<>()).add(words.length);
        });
    }

    /** Where one stands. */
    record Place(String name, int start, int end) {}

    List<Place> in(String text) {
        if (names.isEmpty()) {
            return List.of();
        }
        var places = new ArrayList<Place>();
        var words = WordRuns.of(text);
        for (int first = 0; first < words.count(); first++) {
            for (int count : lengths.getOrDefault(words.word(first).folded(), Set.of())) {
                var name = first + count <= words.count() ? names.get(words.key(first, count)) : null;
                if (name != null) {
                    places.add(new Place(
                            name,
                            words.word(first).start(),
                            words.word(first + count - 1).end()));
                }
            }
        }
        return places;
    }
}
