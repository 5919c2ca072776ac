package io.postil.privacy.rules;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Words that tell what a number beside them is. They match without case and accents, at the beginning of a word. */
final class Words {
    private static final int BEFORE = 60;
    private static final int AFTER = 24;
    /** A word this short must be the whole word: "tin" is not the beginning of "tinker". */
    private static final int SHORT = 4;

    private final List<String> words;

    private Words(List<String> words) {
        this.words = words;
    }

    /** A word may hold spaces. */
    static Words of(String... words) {
        return new Words(Arrays.stream(words).map(Folding::word).toList());
    }

    List<String> all() {
        return words;
    }

    /** Whether one stands within 60 code units before {@code start} or 24 after {@code end}. */
    boolean areNear(Reading reading, int start, int end) {
        int at = firstFrom(reading.positionsOf(this), Math.max(0, start - BEFORE));
        return at >= 0 && at < end + AFTER;
    }

    /** Where words begin in a text in lower case, in order. */
    int[] positionsIn(String lower) {
        return words.stream()
                .flatMapToInt(
                        word -> IntStream.iterate(lower.indexOf(word), at -> at >= 0, at -> lower.indexOf(word, at + 1))
                                .filter(at -> isWord(lower, word, at)))
                .sorted()
                .toArray();
    }

    private static int firstFrom(int[] positions, int from) {
        int found = Arrays.binarySearch(positions, from);
        int index = found >= 0 ? found : -found - 1;
        return index < positions.length ? positions[index] : -1;
    }

    static boolean isWord(String lower, String word, int at) {
        boolean begins = at == 0 || !Character.isLetterOrDigit(lower.charAt(at - 1));
        int end = at + word.length();
        boolean goesOn = end < lower.length() && Character.isLetter(lower.charAt(end));
        return begins && !(goesOn && word.length() <= SHORT);
    }
}
