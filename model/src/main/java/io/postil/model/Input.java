package io.postil.model;

import java.util.Objects;
import java.util.Optional;

/** What is classified: a text, or a text and its pair (premise and hypothesis). Any string is allowed, the empty one too. */
public record Input(String text, Optional<String> textPair) {

    public Input {
        Objects.requireNonNull(text, "text");
        Objects.requireNonNull(textPair, "textPair");
    }

    public static Input of(String text) {
        return new Input(text, Optional.empty());
    }

    public static Input of(String text, String textPair) {
        return new Input(text, Optional.of(textPair));
    }

    /** Code units of the text and of its pair; what a size is guessed from where tokens are not counted. */
    public int chars() {
        return text.length() + textPair.map(String::length).orElse(0);
    }
}
