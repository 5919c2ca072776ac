package io.postil.privacy;

import java.util.ArrayList;
import java.util.List;

/**
 * Replaces personal data in a text, found by rules and by a model, with its type: {@code [PERSON]}. Fails closed: it returns a text
 * in which no found character is left, or throws. Safe for use by many threads.
 *
 * <p>How findings that overlap or touch become spans is stated at {@link Merging}. A span takes in whole characters as a reader sees
 * them ({@link Clusters}). Text outside the spans stays as it is, even where it looks like a mask.
 */
public final class Masker {
    private final Finder rules;

    /**
     * A masker with the given rules.
     *
     * @param rules what finds beside the model: {@link io.postil.privacy.rules.Rules#standard() all rules}
     */
    public Masker(Finder rules) {
        this.rules = rules;
    }

    /**
     * Masks what the rules find in {@code text} and what a model found.
     *
     * @param fromModel offsets in {@code text}; in any order, may overlap
     * @throws MaskingException when a rule fails or a finding does not lie in the text
     */
    public Masked mask(String text, List<Finding> fromModel) {
        var findings = new ArrayList<Finding>();
        for (Finding finding : fromModel) {
            findings.add(whole(text, finding));
        }
        for (Finding finding : rules.find(text)) {
            findings.add(whole(text, finding));
        }
        return replace(text, Merging.merge(text, findings));
    }

    private static Finding whole(String text, Finding finding) {
        if (finding.end() > text.length()) {
            throw new MaskingException("finding of " + finding.by() + " ends at " + finding.end() + " in a text of "
                    + text.length() + " code units");
        }
        int start = Clusters.start(text, finding.start());
        int end = Clusters.end(text, finding.end());
        return new Finding(finding.type(), start, end, finding.score(), finding.source(), finding.by());
    }

    private static Masked replace(String text, List<Finding> findings) {
        var masked = new StringBuilder(text.length());
        var spans = new ArrayList<Masked.Span>();
        int from = 0;
        for (Finding finding : findings) {
            masked.append(text, from, finding.start());
            int start = masked.length();
            var replacement = Replacement.of(finding.type(), text.substring(finding.start(), finding.end()));
            masked.append(replacement);
            spans.add(new Masked.Span(finding, start, masked.length(), replacement));
            from = finding.end();
        }
        return new Masked(masked.append(text, from, text.length()).toString(), spans);
    }
}
