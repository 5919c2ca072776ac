package io.postil.privacy.rules;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The words of all rules in one tree of letters, so that a text is read once for all of them. Immutable. */
final class Lexicon {
    static final Lexicon NONE = new Lexicon(List.of());
    private static final int LETTERS = 48;

    private final Map<Words, Integer> numbers = new HashMap<>();
    private final byte[] kinds = new byte[0x80];
    private int kindCount = 1;
    /** For each node and letter the next node; 0 where there is none, since nothing leads back to the root. */
    private short[] next = new short[LETTERS * 64];

    private int nodes = 1;
    /** For each node the word that ends there, or null. */
    private Entry[] entries = new Entry[64];

    /** A word, and the numbers of the lists that have it. */
    private record Entry(String word, List<Integer> lists) {}

    Lexicon(List<Rule> rules) {
        for (Rule rule : rules) {
            for (Words words : rule.words()) {
                if (!numbers.containsKey(words)) {
                    numbers.put(words, numbers.size());
                    words.all().forEach(word -> add(word, numbers.get(words)));
                }
            }
        }
    }

    /** Where the words of a list stand, given what {@link #read} returned; nothing where the list is not in the lexicon. */
    Optional<Spans> of(Words words, Spans[] read) {
        return Optional.ofNullable(numbers.get(words)).map(number -> read[number] == null ? Spans.NONE : read[number]);
    }

    /** Where words stand in a text in lower case, list by list; null where a list has none. */
    Spans[] read(String lower, Scan.Positions starts) {
        var hits = new Spans[numbers.size()];
        for (int i = 0; i < starts.count(); i++) {
            follow(lower, starts.at(i), hits);
        }
        return hits;
    }

    private void follow(String lower, int from, Spans[] hits) {
        int node = 0;
        for (int at = from; at < lower.length(); at++) {
            char c = lower.charAt(at);
            int kind = c < kinds.length ? kinds[c] : 0;
            node = kind == 0 ? 0 : next[node * LETTERS + kind];
            if (node == 0) {
                return;
            }
            var entry = entries[node];
            if (entry != null && Words.ends(lower, entry.word(), at + 1)) {
                for (int list : entry.lists()) {
                    hits[list] = hits[list] == null ? new Spans() : hits[list];
                    hits[list].add(from, at + 1);
                }
            }
        }
    }

    private void add(String word, int list) {
        int node = 0;
        for (int i = 0; i < word.length(); i++) {
            int kind = kindOf(word.charAt(i));
            if (next[node * LETTERS + kind] == 0) {
                next[node * LETTERS + kind] = (short) nodes++;
                if (nodes * LETTERS > next.length) {
                    next = Arrays.copyOf(next, next.length * 2);
                    entries = Arrays.copyOf(entries, entries.length * 2);
                }
            }
            node = next[node * LETTERS + kind];
        }
        if (entries[node] == null) {
            entries[node] = new Entry(word, new ArrayList<>());
        }
        entries[node].lists().add(list);
    }

    private int kindOf(char c) {
        if (kinds[c] == 0) {
            kinds[c] = (byte) kindCount++;
        }
        return kinds[c];
    }
}
