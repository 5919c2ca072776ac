package io.postil.model.text;

import io.postil.model.Field;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Cutting to a number of tokens, as the tokenizers library does under {@code longest_first}. */
public final class Truncation {

    private Truncation() {}

    /**
     * Cuts the ends of the texts so that at most {@code longest} tokens are left, special ones (always kept) included. Of a pair,
     * the longer text is cut to the rest that the shorter leaves, but where both exceed half of the room, each gets half.
     *
     * @see <a href="https://github.com/huggingface/tokenizers/blob/main/tokenizers/src/utils/truncation.rs">truncation.rs</a>
     */
    public static List<Token> longestFirst(List<Token> tokens, int longest) {
        if (tokens.size() <= longest) {
            return tokens;
        }
        int first = count(tokens, Field.TEXT);
        int second = count(tokens, Field.TEXT_PAIR);
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

    private static int count(List<Token> tokens, Field field) {
        return (int) tokens.stream()
                .filter(token -> token.field().equals(Optional.of(field)))
                .count();
    }

    private static List<Token> keep(List<Token> tokens, int first, int second) {
        int[] left = {first, second};
        List<Token> kept = new ArrayList<>();
        for (Token token : tokens) {
            if (token.isSpecial() || left[token.side()]-- > 0) {
                kept.add(token);
            }
        }
        return kept;
    }
}
