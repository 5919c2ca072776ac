package io.postil.model.text;

import io.postil.model.Field;
import java.util.Arrays;

/** Cutting to a number of tokens, as the tokenizers library does under {@code longest_first}. */
public final class Truncation {

    private Truncation() {}

    /** What of a text that is too long is lost. */
    public enum Cut {
        END,
        BEGINNING
    }

    /** Cuts the ends of the texts; else as {@link #longestFirst(Encoded, int, Cut)}. */
    public static Encoded longestFirst(Encoded tokens, int longest) {
        return longestFirst(tokens, longest, Cut.END);
    }

    /**
     * Cuts the texts so that at most {@code longest} tokens are left, special ones (always kept) included. Of a pair,
     * the longer text is cut to the rest that the shorter leaves, but where both exceed half of the room, each gets half.
     *
     * @see <a href="https://github.com/huggingface/tokenizers/blob/main/tokenizers/src/utils/truncation.rs">truncation.rs</a>
     */
    public static Encoded longestFirst(Encoded tokens, int longest, Cut cut) {
        if (tokens.size() <= longest) {
            return tokens;
        }
        int first = tokens.count(Field.TEXT);
        int second = tokens.count(Field.TEXT_PAIR);
        int room = Math.max(0, longest - (tokens.size() - first - second));
        if (second == 0) {
            return keep(tokens, cut, new int[] {room, 0});
        }
        int shorter = Math.min(first, second);
        int longer = shorter > room ? shorter : Math.max(shorter, room - shorter);
        if (shorter + longer > room) {
            shorter = room / 2;
            longer = shorter + room % 2;
        }
        return keep(tokens, cut, first > second ? new int[] {longer, shorter} : new int[] {shorter, longer});
    }

    /** Keeps so many tokens of each side. */
    private static Encoded keep(Encoded tokens, Cut cut, int[] room) {
        int[] next = {0, 0};
        if (cut == Cut.BEGINNING) {
            next[0] = room[0] - tokens.count(Field.TEXT);
            next[1] = room[1] - tokens.count(Field.TEXT_PAIR);
        }
        int[] kept = new int[tokens.size()];
        int count = 0;
        for (int token = 0; token < tokens.size(); token++) {
            int side = tokens.side(token);
            int place = tokens.isSpecial(token) ? 0 : next[side]++;
            if (tokens.isSpecial(token) || (place >= 0 && place < room[side])) {
                kept[count++] = token;
            }
        }
        return tokens.select(Arrays.copyOf(kept, count));
    }
}
