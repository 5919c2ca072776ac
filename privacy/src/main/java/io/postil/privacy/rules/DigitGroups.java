package io.postil.privacy.rules;

import java.util.BitSet;

/**
 * The runs of digits in a text, and which of them may belong to one number: those with no more than three separators between them.
 * A group is named by its index.
 */
final class DigitGroups {
    private static final int MOST_SEPARATORS = 3;

    private final String text;
    private final Spans groups = new Spans();
    /** Of each group, whether it is joined to the next. */
    private final BitSet joined = new BitSet();

    DigitGroups(String text) {
        this.text = text;
    }

    int count() {
        return groups.count();
    }

    int start(int group) {
        return groups.start(group);
    }

    int end(int group) {
        return groups.end(group);
    }

    int length(int group) {
        return end(group) - start(group);
    }

    /** Whether only a few separators stand between a group and the next. */
    boolean isJoined(int group) {
        return joined.get(group);
    }

    /** The last group that begins before {@code at}, or -1. */
    int lastBefore(int at) {
        return groups.firstFrom(at) - 1;
    }

    /** Whether a slash stands between a group and the next. */
    boolean isSlashed(int group) {
        int slash = text.indexOf('/', end(group));
        return slash >= 0 && slash < start(group + 1);
    }

    static boolean isDigit(char c) {
        return (c >= '0' && c <= '9');
    }

    void add(int start, int end) {
        int last = count() - 1;
        if (last >= 0 && areSeparators(end(last), start)) {
            joined.set(last);
        }
        groups.add(start, end);
    }

    private boolean areSeparators(int from, int to) {
        if (to - from > MOST_SEPARATORS) {
            return false;
        }
        for (int at = from; at < to; at++) {
            if (" .-/()\n\r\t_".indexOf(text.charAt(at)) < 0) {
                return false;
            }
        }
        return true;
    }
}
