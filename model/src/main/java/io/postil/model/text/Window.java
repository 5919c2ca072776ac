package io.postil.model.text;

import io.postil.model.Field;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A part of an input's tokens that the model reads at once. */
public final class Window {
    private final int[] tokens;
    private final int[] context;

    private Window(int[] tokens, int[] context) {
        this.tokens = tokens;
        this.context = context;
    }

    /** How many tokens it has. */
    public int size() {
        return tokens.length;
    }

    /** Which token of the input stands at a place of the window; they rise. */
    public int token(int place) {
        return tokens[place];
    }

    /** How many tokens of its own text lie between a place and the nearest cut; many where none is cut. */
    public int context(int place) {
        return context[place];
    }

    /** What the model reads. */
    public Encoded of(Encoded input) {
        return tokens.length == input.size() ? input : input.select(tokens);
    }

    /**
     * Covers an input with windows. Special tokens are in each. A text that fits is in one window whole; of a pair, a text that
     * takes no more than half the room stays whole and the other moves; where both are longer, each gets half the room, and both
     * move on at once, so that the number of windows stays linear in the input's length. Cuts fall between words, but for words that
     * take more than an eighth of the room.
     *
     * @param size tokens of a window, special ones included
     * @param overlap tokens that neighbours share, less where a text has little room; some more where a word would be cut
     */
    public static List<Window> over(Encoded input, int size, int overlap) {
        int first = input.count(Field.TEXT);
        int second = input.count(Field.TEXT_PAIR);
        int room = size - (input.size() - first - second);
        if (room < 2) {
            throw new IllegalArgumentException("a window of " + size + " tokens leaves no room for text");
        }
        int[] rooms = share(first, second, room);
        Side text = Side.of(input, 0, first);
        Side pair = Side.of(input, 1, second);
        List<Slice> moving = Slice.over(text, rooms[0], overlap);
        List<Slice> beside = Slice.over(pair, rooms[1], overlap);
        int[] special =
                Side.of(input, Encoded.NONE, input.size() - first - second).tokens();
        List<Window> windows = new ArrayList<>();
        for (int i = 0; i < Math.max(moving.size(), beside.size()); i++) {
            windows.add(of(
                    special, moving.get(Math.min(i, moving.size() - 1)), beside.get(Math.min(i, beside.size() - 1))));
        }
        return windows;
    }

    private static int[] share(int first, int second, int room) {
        if (first + second <= room) {
            return new int[] {first, second};
        }
        int half = room / 2;
        if (first <= half) {
            return new int[] {first, room - first};
        }
        return second <= half ? new int[] {room - second, second} : new int[] {room - half, half};
    }

    /** A special token is read by every window alike, so none has more context for it. */
    private static Window of(int[] special, Slice first, Slice second) {
        int[] tokens = new int[special.length + first.length() + second.length()];
        System.arraycopy(special, 0, tokens, 0, special.length);
        first.copyTo(tokens, special.length);
        second.copyTo(tokens, special.length + first.length());
        Arrays.sort(tokens);
        int[] context = new int[tokens.length];
        first.contextTo(tokens, context);
        second.contextTo(tokens, context);
        return new Window(tokens, context);
    }
}
