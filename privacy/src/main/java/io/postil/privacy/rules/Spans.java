package io.postil.privacy.rules;

import java.util.Arrays;

/** Stretches of a text, in the order of their beginnings; each is named by its index. */
final class Spans {
    static final Spans NONE = new Spans();

    private int[] starts = new int[8];
    private int[] ends = new int[8];
    private int count;

    void add(int start, int end) {
        if (count == starts.length) {
            starts = Arrays.copyOf(starts, count * 2);
            ends = Arrays.copyOf(ends, count * 2);
        }
        starts[count] = start;
        ends[count] = end;
        count++;
    }

    int count() {
        return count;
    }

    int start(int span) {
        return starts[span];
    }

    int end(int span) {
        return ends[span];
    }

    /** The index of the first that begins at {@code from} or later. */
    int firstFrom(int from) {
        int low = 0;
        int high = count;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (starts[middle] < from) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
