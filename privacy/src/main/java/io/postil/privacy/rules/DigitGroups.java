package io.postil.privacy.rules;

import java.util.Arrays;

/**
 * The runs of digits in a text, and which of them may belong to one number: those with no more than three separators between them.
 * A group is named by its index.
 */
final class DigitGroups {
    private static final int MOST_SEPARATORS = 3;

    private final String text;
    private int[] starts = new int[16];
    private int[] ends = new int[16];
    private int count;

    DigitGroups(String text) {
        this.text = text;
    }

    int count() {
        return count;
    }

    int start(int group) {
        return starts[group];
    }

    int end(int group) {
        return ends[group];
    }

    int length(int group) {
        return ends[group] - starts[group];
    }

    /** Whether only a few separators stand between a group and the next. */
    boolean isJoined(int group) {
        if (group + 1 >= count || starts[group + 1] - ends[group] > MOST_SEPARATORS) {
            return false;
        }
        for (int at = ends[group]; at < starts[group + 1]; at++) {
            if (" .-/()\n\r\t_".indexOf(text.charAt(at)) < 0) {
                return false;
            }
        }
        return true;
    }

    /** The last group that begins before {@code at}, or -1. */
    int lastBefore(int at) {
        int found = Arrays.binarySearch(starts, 0, count, at);
        return (found >= 0 ? found : -found - 1) - 1;
    }

    /** Whether a slash stands between a group and the next. */
    boolean isSlashed(int group) {
        int slash = text.indexOf('/', ends[group]);
        return slash >= 0 && slash < starts[group + 1];
    }

    static boolean isDigit(char c) {
        return (c >= '0' && c <= '9');
    }

    void add(int start, int end) {
        if (count == starts.length) {
            starts = Arrays.copyOf(starts, count * 2);
            ends = Arrays.copyOf(ends, count * 2);
        }
        starts[count] = start;
        ends[count] = end;
        count++;
    }
}
