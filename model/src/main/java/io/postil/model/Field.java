package io.postil.model;

/** The text of an {@link Input} that a span points into. */
public enum Field {
    TEXT,
    TEXT_PAIR
}
