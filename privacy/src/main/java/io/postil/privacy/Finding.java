package io.postil.privacy;

/**
 * A span of personal data in a text. Offsets are UTF-16 code units, end exclusive.
 *
 * @param by the rule's name, or the model's version
 */
public record Finding(String type, int start, int end, double score, Source source, String by) {

    public Finding {
        if (start < 0 || end <= start) {
            throw new IllegalArgumentException("span [" + start + ", " + end + ") is empty or negative");
        }
    }

    /** Who found it. */
    public enum Source {
        MODEL,
        RULE
    }
}
