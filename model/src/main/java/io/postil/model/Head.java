package io.postil.model;

/** What a model has on top of its encoder. */
public enum Head {
    /** One row of logits for an input: dialogue acts, sentiment, inference. */
    SEQUENCE,
    /** One row of logits for each token: entities. */
    TOKENS
}
