package io.postil.model.text;

import java.util.Arrays;

/** The tokens of one of an input's texts, by their places in the input, rising; or its special tokens. */
final class Side {
    private final Encoded input;
    private final int[] tokens;

    private Side(Encoded input, int[] tokens) {
        this.input = input;
        this.tokens = tokens;
    }

    static Side of(Encoded input, int side, int count) {
        int[] tokens = new int[count];
        int next = 0;
        for (int token = 0; token < input.size(); token++) {
            if (input.side(token) == side) {
                tokens[next++] = token;
            }
        }
        return new Side(input, tokens);
    }

    int count() {
        return tokens.length;
    }

    int[] tokens() {
        return tokens;
    }

    /** Which of these tokens a token of the input is; negative where it is none of them. */
    int place(int token) {
        return Arrays.binarySearch(tokens, token);
    }

    /** The last place, no further than {@code slack} before another, where a word begins; the other itself where there is none. */
    int cutBefore(int place, int slack) {
        for (int cut = place; cut > place - slack && cut > 0; cut--) {
            if (!input.continuesWord(tokens[cut])) {
                return cut;
            }
        }
        return place;
    }

    /** The first place, no further than {@code slack} after another, where a word begins; the other itself where there is none. */
    int cutAfter(int place, int slack) {
        for (int cut = place; cut < place + slack && cut < tokens.length; cut++) {
            if (!input.continuesWord(tokens[cut])) {
                return cut;
            }
        }
        return place;
    }
}
