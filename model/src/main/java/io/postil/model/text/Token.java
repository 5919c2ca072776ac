package io.postil.model.text;

import io.postil.model.Field;
import java.util.Optional;

/**
 * A token of an input.
 *
 * @param type the token type that the tokenizer gives: 1 for a pair's second text, where it tells them apart
 * @param field the text it comes from; empty for the special tokens around and between texts
 * @param word counts the words of its field, as the tokenizer's pre-tokenizer splits them; -1 for special tokens
 * @param start in UTF-16 code units of its field; {@code end} exclusive; both 0 for special tokens
 */
public record Token(int id, int type, Optional<Field> field, int word, int start, int end) {

    static final int NO_WORD = -1;

    public static Token special(int id, int type) {
        return new Token(id, type, Optional.empty(), NO_WORD, 0, 0);
    }

    public boolean isSpecial() {
        return field.isEmpty();
    }

    /** 0 for the first text, 1 for its pair, -1 for special tokens. */
    int side() {
        return field.map(text -> text == Field.TEXT ? 0 : 1).orElse(-1);
    }

    /** Whether the other belongs to the same word of the same field. */
    public boolean sharesWordWith(Token other) {
        return word != NO_WORD && word == other.word && field.equals(other.field);
    }
}
