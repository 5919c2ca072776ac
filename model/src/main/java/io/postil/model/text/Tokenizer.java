package io.postil.model.text;

import io.postil.model.Input;
import java.util.List;

/** Turns inputs into tokens, special ones included, without cutting. Threading: from several threads at once. */
public interface Tokenizer extends AutoCloseable {

    List<Token> encode(Input input);

    /** Frees the native memory. */
    @Override
    void close();
}
