package io.postil.privacy.leaks;

import java.util.List;
import java.util.Optional;

/**
 * A text whose personal data is known.
 *
 * @param spans in any order, may overlap
 */
public record LabelledText(String text, List<Span> spans, Optional<String> language) {

    public LabelledText {
        spans = List.copyOf(spans);
    }

    /** A place {@code [start, end)} of a type; UTF-16 code units. */
    public record Span(String type, int start, int end) {

        public Span {
            if (start < 0 || end <= start) {
                throw new IllegalArgumentException("span [" + start + ", " + end + ") is empty or negative");
            }
        }

        boolean overlaps(Span other) {
            return start < other.end && other.start < end;
        }
    }
}
