package io.postil.privacy.rules;

import java.util.Arrays;

/** Where words stand in a text, in the order of their beginnings. */
final class Hits {
    static final Hits NONE = new Hits();

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

    int start(int hit) {
        return starts[hit];
    }

    int end(int hit) {
        return ends[hit];
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
