package io.postil.model.text;

import io.postil.model.Field;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Tokens made up for tests: each word is one token of one character and a space. */
final class Tokens {

    private Tokens() {}

    /** A text of {@code first} tokens between special ones; with a pair of {@code second} where that is not 0. */
    static List<Token> of(int first, int second) {
        List<Token> tokens = new ArrayList<>(List.of(Token.special(1, 0)));
        add(tokens, Field.TEXT, first);
        tokens.add(Token.special(2, 0));
        if (second > 0) {
            add(tokens, Field.TEXT_PAIR, second);
            tokens.add(Token.special(2, 1));
        }
        return tokens;
    }

    private static void add(List<Token> tokens, Field field, int count) {
        for (int i = 0; i < count; i++) {
            tokens.add(new Token(10 + i, field == Field.TEXT ? 0 : 1, Optional.of(field), i, 2 * i, 2 * i + 1));
        }
    }

    static long count(List<Token> tokens, Field field) {
        return tokens.stream()
                .filter(token -> token.field().equals(Optional.of(field)))
                .count();
    }
}
