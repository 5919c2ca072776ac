package io.postil.model.text;

import io.postil.model.Field;
import java.util.Arrays;

/**
 * The tokens of an input, special ones included: an array for each property, and no object for each token. Nobody changes the arrays
 * once they are in here.
 */
public final class Encoded {
    /** What {@link #side} and {@link #word} are of special tokens. */
    public static final int NONE = -1;

    private final int[] ids;
    private final int[] types;
    private final int[] sides;
    private final int[] words;
    private final int[] starts;
    private final int[] ends;

    /**
     * Takes arrays of one length.
     *
     * @param types token types as the tokenizer gives them: 1 for a pair's second text, where it tells them apart
     * @param sides 0 for the first text, 1 for its pair, {@link #NONE} for the special tokens around and between texts
     * @param words count the words of a side, as the tokenizer's pre-tokenizer splits them; {@link #NONE} for special tokens
     * @param starts in UTF-16 code units of the side's text; {@code ends} exclusive; both 0 for special tokens
     */
    public Encoded(int[] ids, int[] types, int[] sides, int[] words, int[] starts, int[] ends) {
        for (int[] other : new int[][] {types, sides, words, starts, ends}) {
            if (other.length != ids.length) {
                throw new IllegalArgumentException(other.length + " values for " + ids.length + " tokens");
            }
        }
        this.ids = ids;
        this.types = types;
        this.sides = sides;
        this.words = words;
        this.starts = starts;
        this.ends = ends;
    }

    public int size() {
        return ids.length;
    }

    public int id(int token) {
        return ids[token];
    }

    public int type(int token) {
        return types[token];
    }

    public int side(int token) {
        return sides[token];
    }

    public int word(int token) {
        return words[token];
    }

    public int start(int token) {
        return starts[token];
    }

    public int end(int token) {
        return ends[token];
    }

    public boolean isSpecial(int token) {
        return sides[token] == NONE;
    }

    /** The text that a token comes from, which is no special one. */
    public Field field(int token) {
        return sides[token] == side(Field.TEXT) ? Field.TEXT : Field.TEXT_PAIR;
    }

    /** Whether a token comes from this text. */
    public boolean isOf(Field field, int token) {
        return sides[token] == side(field);
    }

    /** Whether a token goes on with the word of the one before it. */
    public boolean continuesWord(int token) {
        return token > 0
                && words[token] != NONE
                && words[token] == words[token - 1]
                && sides[token] == sides[token - 1];
    }

    /** How many tokens come from a text. */
    public int count(Field field) {
        int wanted = side(field);
        int count = 0;
        for (int side : sides) {
            count += side == wanted ? 1 : 0;
        }
        return count;
    }

    private static int side(Field field) {
        return field == Field.TEXT ? 0 : 1;
    }

    /** These tokens, in this order. */
    public Encoded select(int[] tokens) {
        return new Encoded(
                select(ids, tokens),
                select(types, tokens),
                select(sides, tokens),
                select(words, tokens),
                select(starts, tokens),
                select(ends, tokens));
    }

    private static int[] select(int[] values, int[] places) {
        int[] selected = new int[places.length];
        Arrays.setAll(selected, i -> values[places[i]]);
        return selected;
    }
}
