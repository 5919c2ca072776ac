package io.postil.privacy;

/**
 * A span of personal data in a text. Offsets are UTF-16 code units, end exclusive.
 *
 * @param by the rule's name, or the model's version
 * @param why what the finder goes by, never a part of the text; may be empty
 */
public record Finding(String type, int start, int end, double score, Source source, String by, String why) {

    public Finding {
        if (start < 0 || end <= start) {
            throw new IllegalArgumentException("span [" + start + ", " + end + ") is empty or negative");
        }
    }

    /** A finding whose finder says no more than its name. */
    public Finding(String type, int start, int end, double score, Source source, String by) {
        this(type, start, end, score, source, by, "");
    }

    /** The same finding at another place. */
    public Finding at(int newStart, int newEnd) {
        return new Finding(type, newStart, newEnd, score, source, by, why);
    }

    /** Who found it. */
    public enum Source {
        MODEL,
        RULE
    }
}
