package io.postil.model;

import java.util.List;

/** An input that a classifier has made ready to be answered, so that its tokens are made once: by {@link Classifier#prepare}. */
public interface Prepared {

    Input input();

    /** The number of tokens that the input costs, special tokens included; what batches are planned by. */
    int tokens();

    /** An input of which nothing is known but its size. */
    static Prepared of(Input input, int tokens) {
        record Sized(Input input, int tokens) implements Prepared {}
        return new Sized(input, tokens);
    }

    static List<Input> inputs(List<? extends Prepared> prepared) {
        return prepared.stream().map(Prepared::input).toList();
    }
}
