package io.postil.privacy;

import java.util.List;

/**
 * A masked text, and where its masks stand.
 *
 * @param spans disjoint and in order
 */
public record Masked(String text, List<Span> spans) {

    public Masked {
        spans = List.copyOf(spans);
    }

    /** One masked span: {@code start, end} in the text as sent, {@code maskedStart, maskedEnd} in the masked text. */
    public record Span(Finding finding, int maskedStart, int maskedEnd, String replacement) {}
}
