package io.postil.privacy.replace;

import io.postil.privacy.Folded;
import java.util.ArrayList;
import java.util.List;

/** The words of a text, without case and accents, and where they stand. */
final class WordRuns {
    /** More separators than stand between the words of one name. */
    private static final int MOST_BETWEEN = 3;

    private final String text;
    private final List<Word> words = new ArrayList<>();

    /** Letters and digits with nothing between. */
    record Word(String folded, int start, int end) {}

    private WordRuns(String text) {
        this.text = text;
    }

    static WordRuns of(String text) {
        var runs = new WordRuns(text);
        int start = -1;
        for (int at = 0; at < text.length(); at += Character.charCount(text.codePointAt(at))) {
            boolean isInWord = isInWord(text.codePointAt(at));
            if (isInWord && start < 0) {
                start = at;
            } else if (!isInWord && start >= 0) {
                runs.add(start, at);
                start = -1;
            }
        }
        if (start >= 0) {
            runs.add(start, text.length());
        }
        return runs;
    }

    /** The words of a value as one key: {@code jean dupont}. */
    static String key(String value) {
        var runs = of(value);
        return runs.count() == 0 ? "" : runs.key(0, runs.count());
    }

    int count() {
        return words.size();
    }

    Word word(int index) {
        return words.get(index);
    }

    /** Words from one on as a key, which may hold what other separators part; empty where they are too far apart. */
    String key(int first, int count) {
        if (count == 1) {
            return words.get(first).folded();
        }
        var key = new StringBuilder(words.get(first).folded());
        for (int i = first + 1; i < first + count; i++) {
            if (words.get(i).start() - words.get(i - 1).end() > MOST_BETWEEN) {
                return "";
            }
            key.append(' ').append(words.get(i).folded());
        }
        return key.toString();
    }

    boolean isCapital(int index) {
        return Character.isUpperCase(text.codePointAt(words.get(index).start()));
    }

    private void add(int start, int end) {
        var folded = Folded.bare(text.substring(start, end));
        if (!folded.isEmpty()) {
            words.add(new Word(folded, start, end));
        }
    }

    private static boolean isInWord(int point) {
        if (Character.isLetterOrDigit(point)) {
            return true;
        }
        int type = Character.getType(point);
        return type == Character.NON_SPACING_MARK
                || type == Character.COMBINING_SPACING_MARK
                || type == Character.FORMAT;
    }
}
