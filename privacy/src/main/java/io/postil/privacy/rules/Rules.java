package io.postil.privacy.rules;

import io.postil.privacy.Finder;
import io.postil.privacy.Finding;
import io.postil.privacy.Finding.Source;
import io.postil.privacy.MaskingException;
import java.util.ArrayList;
import java.util.List;

/** Rules for personal data that has a grammar. Safe for use by many threads. */
public final class Rules implements Finder {
    private final List<Rule> rules;
    private final Lexicon lexicon;

    Rules(List<Rule> rules) {
        this.rules = List.copyOf(rules);
        this.lexicon = new Lexicon(rules);
    }

    /** All rules. */
    public static Rules standard() {
        return new Rules(Catalogue.all());
    }

    /**
     * What the rules find; offsets in {@code text}. Findings may overlap.
     *
     * @throws MaskingException when a rule fails
     */
    @Override
    public List<Finding> find(String text) {
        var reading = new Reading(ShadowText.of(text), lexicon);
        var findings = new ArrayList<Finding>();
        for (Rule rule : rules) {
            run(rule, reading, findings);
        }
        return findings;
    }

    /** What there is, in the order of the reference page. */
    public List<Description> descriptions() {
        return rules.stream()
                .map(rule -> new Description(rule.name(), rule.type(), rule.about()))
                .toList();
    }

    /** A rule in words. */
    public record Description(String name, String type, String about) {}

    private static void run(Rule rule, Reading reading, List<Finding> findings) {
        var shadow = reading.shadow();
        try {
            rule.find(
                    reading,
                    (start, end, score) -> findings.add(new Finding(
                            rule.type(),
                            shadow.originalStart(start),
                            shadow.originalEnd(end),
                            score,
                            Source.RULE,
                            rule.name())));
        } catch (RuntimeException e) {
            // Whatever it was, the text is not let through; the cause's message could hold some of it.
            throw new MaskingException(
                    "rule " + rule.name() + " failed: " + e.getClass().getSimpleName());
        }
    }
}
