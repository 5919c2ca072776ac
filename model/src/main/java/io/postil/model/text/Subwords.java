package io.postil.model.text;

import java.util.Map;
import java.util.OptionalInt;

/**
 * Which tokens go on with the word before, as transformers' pipeline tells it: with a vocabulary that marks such tokens, those whose
 * name is not as long as the text they stand for; without, those that neither begin with nor follow a blank. Unknown tokens never do.
 *
 * @param names of tokens by their number; empty where the vocabulary does not mark tokens that go on
 */
public record Subwords(Map<Integer, String> names, OptionalInt unknown) {

    public Subwords {
        names = Map.copyOf(names);
    }

    boolean continuesWord(String text, Encoded tokens, int token) {
        int start = tokens.start(token);
        int id = tokens.id(token);
        if (unknown.isPresent() && unknown.getAsInt() == id) {
            return false;
        }
        if (names.containsKey(id)) {
            String name = names.get(id);
            return name.codePointCount(0, name.length()) != text.codePointCount(start, tokens.end(token));
        }
        return start > 0 && text.charAt(start - 1) != ' ' && (start == text.length() || text.charAt(start) != ' ');
    }
}
