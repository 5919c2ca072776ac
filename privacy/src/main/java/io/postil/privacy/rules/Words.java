package io.postil.privacy.rules;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Words that tell what a number beside them is. They match without case and accents, at the beginning of a word. */
final class Words {
    private static final int BEFORE = 60;
    private static final int AFTER = 24;
    private static final int RIGHT_BEFORE = 18;
    /** A word this short must be the whole word: "tin" is not the beginning of "tinker". */
    private static final int SHORT = 4;

    private final List<String> words;

    private Words(List<String> words) {
        this.words = words;
    }

    /** A word may hold spaces and signs, and begins with a letter or digit: texts are read from where words begin. */
    static Words of(String... words) {
        List<String> folded = Arrays.stream(words).map(Folding::word).toList();
        if (!folded.stream().allMatch(word -> Reading.isLetterOrDigit(word.charAt(0)))) {
            throw new IllegalArgumentException("a word of " + folded + " begins with a sign");
        }
        return new Words(folded);
    }

    static Words of(List<String> words) {
        return of(words.toArray(String[]::new));
    }

    /** What commas and ends of lines part. */
    static List<String> listed(String block) {
        return Arrays.stream(block.strip().split(",\\s+")).toList();
    }

    /** These, and more. */
    Words and(String... more) {
        return new Words(Stream.concat(words.stream(), of(more).words.stream())
                .distinct()
                .toList());
    }

    List<String> all() {
        return words;
    }

    /** Whether one stands within 60 code units before {@code start} or 24 after {@code end}. */
    boolean areNear(Reading reading, int start, int end) {
        var hits = reading.hitsOf(this);
        int first = hits.firstFrom(Math.max(0, start - BEFORE));
        return first < hits.count() && hits.start(first) < end + AFTER;
    }

    /** Whether one begins within 18 code units before {@code start}. */
    boolean areBefore(Reading reading, int start) {
        var hits = reading.hitsOf(this);
        int first = hits.firstFrom(Math.max(0, start - RIGHT_BEFORE));
        return first < hits.count() && hits.start(first) < start;
    }

    /** Where words stand in a text in lower case, each looked for by itself. */
    Spans in(String lower) {
        var found = new ArrayList<int[]>();
        for (String word : words) {
            for (int at = lower.indexOf(word); at >= 0; at = lower.indexOf(word, at + 1)) {
                if ((at == 0 || !Reading.isLetterOrDigit(lower.charAt(at - 1)))
                        && ends(lower, word, at + word.length())) {
                    found.add(new int[] {at, at + word.length()});
                }
            }
        }
        found.sort(Comparator.<int[]>comparingInt(hit -> hit[0]).thenComparingInt(hit -> hit[1]));
        var hits = new Spans();
        found.forEach(hit -> hits.add(hit[0], hit[1]));
        return hits;
    }

    /** Whether a word that has been read up to {@code end} is there, and not only the beginning of a longer one. */
    static boolean ends(String lower, String word, int end) {
        boolean goesOn = end < lower.length() && Character.isLetter(lower.charAt(end));
        return !goesOn || word.length() > SHORT;
    }
}
