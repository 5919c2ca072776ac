package io.postil.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import io.postil.privacy.Finding.Source;
import io.postil.privacy.rules.Rules;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;

@Domain(AnyText.class)
@Domain(DomainContext.Global.class)
class MaskingPropertiesTest {
    private static final List<String> TYPES = List.of("PERSON", "ADDRESS", "DATE", "EMAIL", "CUSTOM");
    private static final Rules RULES = Rules.standard();
    private static final Masker MASKER = new Masker(RULES);

    @Property
    void shouldUnmaskToTheTextAsSent(@ForAll String text, @ForAll @IntRange(max = 6) int count, @ForAll long seed) {
        var masked = MASKER.mask(text, findings(text, count, seed));

        assertThat(masked.unmask(originals(text, masked))).isEqualTo(text);
    }

    @Property
    void shouldKeepSpansDisjointAndInOrderWithTheirReplacements(
            @ForAll String text, @ForAll @IntRange(max = 6) int count, @ForAll long seed) {
        var masked = MASKER.mask(text, findings(text, count, seed));

        int end = 0;
        int maskedEnd = 0;
        for (Masked.Span span : masked.spans()) {
            assertThat(text.substring(end, span.finding().start()))
                    .isEqualTo(masked.text().substring(maskedEnd, span.maskedStart()));
            assertThat(masked.text().substring(span.maskedStart(), span.maskedEnd()))
                    .isEqualTo(span.replacement());
            end = span.finding().end();
            maskedEnd = span.maskedEnd();
        }
        assertThat(text.substring(end)).isEqualTo(masked.text().substring(maskedEnd));
    }

    @Property
    void shouldCoverEveryCharacterThatAnythingFound(
            @ForAll String text, @ForAll @IntRange(max = 6) int count, @ForAll long seed) {
        var found = new ArrayList<>(findings(text, count, seed));
        found.addAll(RULES.find(text));

        var masked = MASKER.mask(text, findings(text, count, seed));

        var covered = new BitSet();
        masked.spans()
                .forEach(span ->
                        covered.set(span.finding().start(), span.finding().end()));
        assertThat(found).allSatisfy(finding -> assertThat(covered.nextClearBit(finding.start()))
                .isGreaterThanOrEqualTo(finding.end()));
    }

    @Property
    void shouldNotTearACharacterApart(@ForAll String text, @ForAll @IntRange(max = 6) int count, @ForAll long seed) {
        var masked = MASKER.mask(text, findings(text, count, seed));

        for (Masked.Span span : masked.spans()) {
            assertThat(isTorn(text, span.finding().start())).isFalse();
            assertThat(isTorn(text, span.finding().end())).isFalse();
        }
    }

    @Property
    void shouldNotRepeatAnOriginalInItsReplacement(
            @ForAll String text, @ForAll @IntRange(max = 6) int count, @ForAll long seed) {
        var masked = MASKER.mask(text, findings(text, count, seed));

        assertThat(masked.spans()).allSatisfy(span -> assertThat(span.replacement())
                .doesNotContain(
                        text.substring(span.finding().start(), span.finding().end())));
    }

    @Property
    void shouldMaskWhatIsAlreadyMasked(@ForAll String text) {
        var once = MASKER.mask(text, List.of());

        var twice = MASKER.mask(once.text(), List.of());

        assertThat(twice.unmask(originals(once.text(), twice))).isEqualTo(once.text());
    }

    private static boolean isTorn(String text, int at) {
        if (at == 0 || at == text.length()) {
            return false;
        }
        boolean isPair = Character.isSurrogatePair(text.charAt(at - 1), text.charAt(at));
        int type = Character.getType(text.codePointAt(at));
        boolean isMark = type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK;
        return isPair || isMark || text.charAt(at) == '\u200d' || text.charAt(at - 1) == '\u200d';
    }

    private static List<String> originals(String text, Masked masked) {
        return masked.spans().stream()
                .map(span ->
                        text.substring(span.finding().start(), span.finding().end()))
                .toList();
    }

    private static List<Finding> findings(String text, int count, long seed) {
        var random = new Random(seed);
        var findings = new ArrayList<Finding>();
        for (int i = 0; i < count && !text.isEmpty(); i++) {
            int start = random.nextInt(text.length());
            int end = Math.min(text.length(), start + 1 + random.nextInt(12));
            var type = TYPES.get(random.nextInt(TYPES.size()));
            findings.add(new Finding(type, start, end, random.nextDouble(), Source.MODEL, "model-1"));
        }
        return findings;
    }
}
