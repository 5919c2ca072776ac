package io.postil.model.text;

import java.util.ArrayList;
import java.util.List;

/**
 * A part of an input's tokens that the model reads at once.
 *
 * @param indices of the tokens in the input, rising
 * @param context for each, how many tokens of its own text lie between it and the nearest cut; many where none is cut
 */
public record Window(List<Integer> indices, List<Integer> context) {

    private static final int UNCUT = Integer.MAX_VALUE;

    public Window {
        indices = List.copyOf(indices);
        context = List.copyOf(context);
    }

    /**
     * Covers an input with windows. Special tokens are in each. A text that fits is in one window whole; of a pair, a text that
     * takes no more than half the room stays whole and the other moves; where both are longer, each gets half the room, and both
     * move on at once, so that the number of windows stays linear in the input's length.
     *
     * @param size tokens of a window, special ones included
     * @param overlap tokens that neighbours share, less where a text has little room
     */
    public static List<Window> over(List<Token> tokens, int size, int overlap) {
        int[] counts = new int[2];
        tokens.stream().filter(token -> !token.isSpecial()).forEach(token -> counts[token.side()]++);
        int room = size - (tokens.size() - counts[0] - counts[1]);
        if (room < 2) {
            throw new IllegalArgumentException("a window of " + size + " tokens leaves no room for text");
        }
        int[] rooms = share(counts[0], counts[1], room);
        List<Slice> first = Slice.over(counts[0], rooms[0], overlap);
        List<Slice> second = Slice.over(counts[1], rooms[1], overlap);
        List<Window> windows = new ArrayList<>();
        for (int i = 0; i < Math.max(first.size(), second.size()); i++) {
            windows.add(
                    of(tokens, first.get(Math.min(i, first.size() - 1)), second.get(Math.min(i, second.size() - 1))));
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

    private static Window of(List<Token> tokens, Slice... slices) {
        List<Integer> indices = new ArrayList<>();
        List<Integer> context = new ArrayList<>();
        int[] seen = new int[slices.length];
        for (int i = 0; i < tokens.size(); i++) {
            int field = tokens.get(i).side();
            int place = field < 0 ? 0 : seen[field]++;
            if (field < 0 || slices[field].contains(place)) {
                indices.add(i);
                context.add(field < 0 ? 0 : slices[field].context(place));
            }
        }
        return new Window(indices, context);
    }

    /** A stretch of one text's tokens. */
    private record Slice(int begin, int end, int of) {

        static List<Slice> over(int count, int room, int overlap) {
            if (count <= room) {
                return List.of(new Slice(0, count, count));
            }
            int step = room - Math.min(overlap, room / 2);
            List<Slice> slices = new ArrayList<>();
            for (int begin = 0; begin + room < count; begin += step) {
                slices.add(new Slice(begin, begin + room, count));
            }
            slices.add(new Slice(count - room, count, count));
            return slices;
        }

        boolean contains(int place) {
            return place >= begin && place < end;
        }

        int context(int place) {
            int left = begin == 0 ? UNCUT : place - begin;
            return end == of ? left : Math.min(left, end - 1 - place);
        }
    }
}
