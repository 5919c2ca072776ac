package io.postil.model.text;

import java.util.ArrayList;
import java.util.List;

/** A stretch of one text's tokens. */
record Slice(Side side, int begin, int end) {
    private static final int UNCUT = Integer.MAX_VALUE;

    /** What part of the room a cut may give up so as to fall between words. */
    private static final int SLACK = 8;

    /** Covers a text; each but the last begins the next by the overlap before its own end. */
    static List<Slice> over(Side side, int room, int overlap) {
        List<Slice> slices = new ArrayList<>();
        int slack = room / SLACK;
        int shared = Math.min(overlap, room / 2);
        int begin = 0;
        while (begin + room < side.count()) {
            int end = side.cutBefore(begin + room, slack);
            slices.add(new Slice(side, begin, end));
            begin = side.cutBefore(end - shared, slack);
        }
        int last = Math.max(0, side.count() - room);
        slices.add(new Slice(side, Math.min(begin, side.cutAfter(last, slack)), side.count()));
        return slices;
    }

    int length() {
        return end - begin;
    }

    void copyTo(int[] tokens, int at) {
        System.arraycopy(side.tokens(), begin, tokens, at, length());
    }

    /** Writes the context of those tokens that are in here. */
    void contextTo(int[] tokens, int[] context) {
        for (int i = 0; i < tokens.length; i++) {
            int place = side.place(tokens[i]);
            if (place >= begin && place < end) {
                context[i] = context(place);
            }
        }
    }

    private int context(int place) {
        int left = begin == 0 ? UNCUT : place - begin;
        return end == side.count() ? left : Math.min(left, end - 1 - place);
    }
}
