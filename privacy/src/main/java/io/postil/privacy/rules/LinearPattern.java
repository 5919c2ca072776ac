package io.postil.privacy.rules;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A pattern as a table of states, one step a character, made once from {@link States} (the subset construction; Aho, Sethi and Ullman,
 * Compilers, 3.6). It is matched from a given place on, and takes the longest match. Immutable.
 */
final class LinearPattern {
    private static final int MOST_STATES = 20_000;
    private static final int ASCII = 0x80;

    private final char[] bounds;
    private final byte[] ascii = new byte[ASCII];
    private final int classes;
    private final int[] next;
    private final boolean[] ends;

    private LinearPattern(Syntax syntax) {
        var states = new States(syntax);
        var starts = new ArrayList<>(states.bounds());
        classes = starts.size();
        if (classes > Byte.MAX_VALUE) {
            throw new IllegalArgumentException("a pattern tells " + classes + " kinds of characters apart");
        }
        bounds = new char[classes];
        for (int i = 0; i < classes; i++) {
            bounds[i] = starts.get(i);
        }
        for (char c = 0; c < ASCII; c++) {
            ascii[c] = (byte) search(c);
        }
        var table = table(states);
        next = table.stream()
                .flatMapToInt(row -> java.util.Arrays.stream(row, 0, classes))
                .toArray();
        ends = new boolean[table.size()];
        for (int i = 0; i < ends.length; i++) {
            ends[i] = table.get(i)[classes] == 1;
        }
    }

    /** The pattern; what it may hold is said at {@link SyntaxReader}. */
    static LinearPattern of(String pattern) {
        return new LinearPattern(SyntaxReader.read(pattern));
    }

    /** The pattern as it is to be read backwards from its end. */
    static LinearPattern backwards(String pattern) {
        return new LinearPattern(SyntaxReader.read(pattern).reversed());
    }

    /** Whether a match may begin with {@code c}. */
    boolean mayBegin(char c) {
        return next[kind(c)] >= 0;
    }

    /** The end of the longest match that begins at {@code from}, or -1. */
    int end(String text, int from) {
        return end(text, from, text.length());
    }

    /** As {@link #end(String, int)}, as if the text ended at {@code limit}. */
    int end(String text, int from, int limit) {
        int state = 0;
        int end = ends[0] ? from : -1;
        for (int at = from; at < limit; at++) {
            state = next[state * classes + kind(text.charAt(at))];
            if (state < 0) {
                break;
            }
            end = ends[state] ? at + 1 : end;
        }
        return end;
    }

    /** As {@link #end}, but the match does not end inside a word. */
    int wholeEnd(String text, int from) {
        return wholeEnd(text, from, text.length());
    }

    /** As {@link #wholeEnd(String, int)}, reading no further than {@code limit}. */
    int wholeEnd(String text, int from, int limit) {
        int state = 0;
        int end = -1;
        for (int at = from; at < limit; at++) {
            state = next[state * classes + kind(text.charAt(at))];
            if (state < 0) {
                break;
            }
            if (ends[state] && !Reading.isInside(text, at + 1)) {
                end = at + 1;
            }
        }
        return end;
    }

    /** The beginning of the longest match that ends at {@code to} and does not begin inside a word, read backwards; or -1. */
    int wholeStart(String text, int to) {
        int state = 0;
        int start = -1;
        for (int at = to - 1; at >= 0; at--) {
            state = next[state * classes + kind(text.charAt(at))];
            if (state < 0) {
                break;
            }
            if (ends[state] && !Reading.isInside(text, at)) {
                start = at;
            }
        }
        return start;
    }

    /** Rows of next states, and 1 at the end of the row where a match may end. */
    private List<int[]> table(States states) {
        Map<BitSet, Integer> numbers = new HashMap<>();
        var sets = new ArrayList<BitSet>();
        var table = new ArrayList<int[]>();
        sets.add(states.first());
        numbers.put(states.first(), 0);
        for (int i = 0; i < sets.size(); i++) {
            var row = new int[classes + 1];
            for (int kind = 0; kind < classes; kind++) {
                var after = states.after(sets.get(i), bounds[kind]);
                row[kind] = after.isEmpty()
                        ? -1
                        : numbers.computeIfAbsent(after, set -> {
                            sets.add(set);
                            return sets.size() - 1;
                        });
            }
            row[classes] = states.isEnd(sets.get(i)) ? 1 : 0;
            table.add(row);
            if (sets.size() > MOST_STATES) {
                throw new IllegalArgumentException("a pattern has more than " + MOST_STATES + " states");
            }
        }
        return table;
    }

    private int kind(char c) {
        return c < ASCII ? ascii[c] : search(c);
    }

    private int search(char c) {
        int found = java.util.Arrays.binarySearch(bounds, c);
        return found >= 0 ? found : -found - 2;
    }
}
