package io.postil.model.text;

import io.postil.model.Field;
import java.util.Arrays;

/** Cutting to a number of tokens, as the tokenizers library does under {@code longest_first}. */
public final class Truncation {

    private Truncation() {}

    /**
     * Cuts the ends of the texts so that at most {@code longest} tokens are left, special ones (always kept) included. Of a pair,
     * the longer text is cut to the rest that the shorter leaves, but where both exceed half of the room, each gets half.
     *
     * @see <a href="https://github.com/huggingface/tokenizers/blob/main/tokenizers/src/utils/truncation.rs">truncation.rs</a>
     */
    public static Encoded longestFirst(Encoded tokens, int longest) {
        if (tokens.size() <= longest) {
            return tokens;
        }
        int first = tokens.count(Field.TEXT);
        int second = tokens.count(Field.TEXT_PAIR);
        int room = Math.max(0, longest - (tokens.size() - first - second));
        if (second == 0) {
            return keep(tokens, room, 0);
        }
        int shorter = Math.min(first, second);
        int longer = shorter > room ? shorter : Math.max(shorter, room - shorter);
        if (shorter + longer > room) {
            shorter = room / 2;
            longer = shorter + room % 2;
        }
        return first > second ? keep(tokens, longer, shorter) : keep(tokens, shorter, longer);
    }

    private static Encoded keep(Encoded tokens, int first, int second) {
        int[] left = {first, second};
        int[] kept = new int[tokens.size()];
        int count = 0;
        for (int token = 0; token < tokens.size(); token++) {
            if (tokens.isSpecial(token) || left[tokens.side(token)]-- > 0) {
                kept[count++] = token;
            }
        }
        return tokens.select(Arrays.copyOf(kept, count));
    }
}
