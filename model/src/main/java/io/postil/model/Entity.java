package io.postil.model;

/**
 * A span that a token classifier found. Offsets are UTF-16 code units, end exclusive.
 *
 * @param score mean probability of the span's tokens, 0 to 1
 */
public record Entity(Field field, String type, int start, int end, double score) {

    public Entity {
        if (start < 0 || end <= start) {
            throw new IllegalArgumentException("span [" + start + ", " + end + ") is empty or negative");
        }
    }
}
