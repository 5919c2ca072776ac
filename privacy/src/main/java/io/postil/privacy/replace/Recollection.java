package io.postil.privacy.replace;

import io.postil.privacy.replace.ConversationMemory.Mark;
import io.postil.privacy.seal.ConversationKey;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;

/** What one conversation knows while its texts are masked: the marks it remembers, and those that are new. For one thread. */
final class Recollection implements Numbers {
    /** Words of names that name nobody alone. */
    private static final Set<String> PARTICLES = Set.of(
            "van", "von", "del", "der", "den", "dos", "las", "los", "the", "and", "ben", "bin", "dit", "mrs", "thi");

    private static final int LEAST = 3;

    private final String conversation;
    private final ConversationMemory memory;
    private final Supplier<ConversationKey> key;
    private final Map<String, Mark> marks = new LinkedHashMap<>();
    private final Map<String, String> digests = new HashMap<>();
    private final Map<String, Integer> counts = new HashMap<>();
    private final List<Mark> fresh = new ArrayList<>();
    private Pseudonyms pseudonyms;

    Recollection(String conversation, ConversationMemory memory, Supplier<ConversationKey> key) {
        this.conversation = conversation;
        this.memory = memory;
        this.key = key;
        memory.recall(conversation).forEach(this::put);
    }

    /** Whether anything is remembered. */
    boolean isEmpty() {
        return marks.isEmpty();
    }

    /** How many words what is remembered has, each number once. */
    Set<Integer> wordCounts() {
        var lengths = new TreeSet<Integer>();
        marks.values().forEach(mark -> lengths.add(mark.words()));
        return lengths;
    }

    /** The type under which a value is remembered. */
    Optional<String> typeOf(String words) {
        return Optional.ofNullable(marks.get(digest(words))).map(Mark::type);
    }

    /** Notes a value that was found and masked. */
    void note(String type, String value) {
        of(type, value);
        if (Repeats.hasParts(type)) {
            for (String word : List.of(WordRuns.key(value).split(" "))) {
                if (isName(word) && !marks.containsKey(digest(word))) {
                    add(new Mark(digest(word), type, 0, 1));
                }
            }
        }
    }

    /** Whether a word of a name names its bearer alone. */
    static boolean isName(String word) {
        return word.length() >= LEAST
                && !PARTICLES.contains(word)
                && word.chars().allMatch(Character::isLetter);
    }

    @Override
    public int of(String type, String value) {
        var words = WordRuns.key(value);
        var digest = digest(words.isEmpty() ? value : words);
        var known = marks.get(digest);
        if (known != null && known.type().equals(type) && known.number() > 0) {
            return known.number();
        }
        int number = counts.getOrDefault(type, 0) + 1;
        add(new Mark(digest, type, number, words.isEmpty() ? 0 : words.split(" ").length));
        return number;
    }

    void keep() {
        if (!fresh.isEmpty()) {
            memory.remember(conversation, fresh);
            fresh.clear();
        }
    }

    private void add(Mark mark) {
        put(mark);
        fresh.add(mark);
    }

    private void put(Mark mark) {
        marks.put(mark.digest(), mark);
        counts.merge(mark.type(), mark.number(), Math::max);
    }

    private String digest(String words) {
        if (pseudonyms == null) {
            pseudonyms = new Pseudonyms(key.get());
        }
        return digests.computeIfAbsent(words, pseudonyms::digest);
    }
}
