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

    /**
     * One masked span: the finding's {@code start, end} in the text as sent, {@code maskedStart, maskedEnd} in the masked text.
     *
     * @param operator the name of what made the replacement
     */
    public record Span(Finding finding, int maskedStart, int maskedEnd, String replacement, String operator) {}

    /**
     * The text as sent.
     *
     * @param originals what stood at each span, in order
     */
    public String unmask(List<String> originals) {
        if (originals.size() != spans.size()) {
            throw new IllegalArgumentException(originals.size() + " originals for " + spans.size() + " spans");
        }
        var unmasked = new StringBuilder();
        int from = 0;
        for (int i = 0; i < spans.size(); i++) {
            unmasked.append(text, from, spans.get(i).maskedStart()).append(originals.get(i));
            from = spans.get(i).maskedEnd();
        }
        return unmasked.append(text, from, text.length()).toString();
    }
}
