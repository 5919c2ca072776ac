package io.postil.privacy;

import java.util.ArrayList;
import java.util.List;

/**
 * Replaces personal data in a text, found by rules and by a model, with its type, {@code [PERSON]}, or with what a {@link Treatment}
 * says. Fails closed: it returns a text in which no found character is left that is not to be kept, or throws. Safe for use by many
 * threads.
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

    /** Masks with types: as {@link #mask(String, List, Treatment)} with {@link Treatment#TAGS}. */
    public Masked mask(String text, List<Finding> fromModel) {
        return mask(text, fromModel, Treatment.TAGS);
    }

    /**
     * Masks what the rules find in {@code text} and what a model found.
     *
     * @param fromModel offsets in {@code text}; in any order, may overlap
     * @throws MaskingException when a rule fails, a finding does not lie in the text, or there is nothing to replace it with
     */
    public Masked mask(String text, List<Finding> fromModel, Treatment treatment) {
        var findings = new ArrayList<>(fromModel);
        fromModel.forEach(finding -> requireInside(text, finding));
        findings.addAll(rules.find(text));
        var chosen = treatment.choose(text, findings).stream()
                .map(finding -> whole(text, finding))
                .toList();
        return replace(text, Merging.merge(text, chosen), treatment);
    }

    private static void requireInside(String text, Finding finding) {
        if (finding.end() > text.length()) {
            throw new MaskingException("finding of " + finding.by() + " ends at " + finding.end() + " in a text of "
                    + text.length() + " code units");
        }
    }

    private static Finding whole(String text, Finding finding) {
        requireInside(text, finding);
        return finding.at(Clusters.start(text, finding.start()), Clusters.end(text, finding.end()));
    }

    private static Masked replace(String text, List<Finding> findings, Treatment treatment) {
        var masked = new StringBuilder(text.length());
        var spans = new ArrayList<Masked.Span>();
        int from = 0;
        for (Finding finding : findings) {
            masked.append(text, from, finding.start());
            int start = masked.length();
            var replacement = replacement(finding, text.substring(finding.start(), finding.end()), treatment);
            masked.append(replacement.text());
            spans.add(new Masked.Span(finding, start, masked.length(), replacement.text(), replacement.operator()));
            from = finding.end();
        }
        return new Masked(masked.append(text, from, text.length()).toString(), spans);
    }

    private static Replacement replacement(Finding finding, String original, Treatment treatment) {
        var replacement = treatment.replace(finding, original);
        if (!replacement.isKept() && Revealing.isShown(original, replacement.text())) {
            throw new MaskingException("the replacement of a " + finding.type() + " by " + replacement.operator()
                    + " shows what it stands for");
        }
        return replacement;
    }
}
