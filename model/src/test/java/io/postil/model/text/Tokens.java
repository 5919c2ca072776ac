package io.postil.model.text;

import java.util.ArrayList;
import java.util.List;

/** Tokens made up for tests. */
final class Tokens {
    private final List<int[]> tokens = new ArrayList<>();

    /** A text of {@code first} tokens between special ones; with a pair of {@code second} where that is not 0. */
    static Encoded of(int first, int second) {
        return ofWords(first, second, 1);
    }

    /** Each token is one character, and there is a space before each word of so many tokens. */
    static Encoded ofWords(int first, int second, int tokensOfAWord) {
        Tokens made = new Tokens().special(1, 0).text(0, first, tokensOfAWord).special(2, 0);
        return second == 0
                ? made.encoded()
                : made.text(1, second, tokensOfAWord).special(2, 1).encoded();
    }

    /** A text whose tokens lie at these starts and ends, all in one word. */
    static Encoded oneWord(int[]... spans) {
        Tokens made = new Tokens();
        for (int[] span : spans) {
            made.tokens.add(new int[] {5, 0, 0, 0, span[0], span[1]});
        }
        return made.encoded();
    }

    private Tokens special(int id, int type) {
        tokens.add(new int[] {id, type, Encoded.NONE, Encoded.NONE, 0, 0});
        return this;
    }

    private Tokens text(int side, int count, int tokensOfAWord) {
        for (int i = 0; i < count; i++) {
            int word = i / tokensOfAWord;
            tokens.add(new int[] {10 + i, side, side, word, i + word, i + word + 1});
        }
        return this;
    }

    private Encoded encoded() {
        int[][] columns = new int[6][];
        for (int column = 0; column < columns.length; column++) {
            int property = column;
            columns[column] = tokens.stream().mapToInt(token -> token[property]).toArray();
        }
        return new Encoded(columns[0], columns[1], columns[2], columns[3], columns[4], columns[5]);
    }
}
