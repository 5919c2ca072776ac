package io.postil.model.text;

import io.postil.model.Input;

/** Turns inputs into tokens, special ones included, without cutting. Threading: from several threads at once. */
public interface Tokenizer extends AutoCloseable {

    Encoded encode(Input input);

    /** Frees the native memory. */
    @Override
    void close();
}
