package io.postil.privacy.replace;

import static org.assertj.core.api.Assertions.assertThat;

import io.postil.privacy.AnyText;
import io.postil.privacy.Finding;
import io.postil.privacy.Finding.Source;
import io.postil.privacy.Masked;
import io.postil.privacy.Masker;
import io.postil.privacy.Revealing;
import io.postil.privacy.policy.PolicyFile;
import io.postil.privacy.rules.Rules;
import io.postil.privacy.seal.MemoryConversationKeys;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;

/** What a reversible policy masks comes back, whatever the text. */
@Domain(AnyText.class)
@Domain(DomainContext.Global.class)
class ReversalPropertiesTest {
    private static final Masker MASKER = new Masker(Rules.standard());
    private static final List<String> TYPES = List.of("PERSON", "ADDRESS", "DATE", "PHONE", "CUSTOM");

    private final MemoryConversationKeys keys = new MemoryConversationKeys();

    @Property(tries = 400)
    void shouldUnmaskWhatWasMasked(@ForAll String text, @ForAll("operators") String operator, @ForAll long seed) {
        var conversations = conversations(operator);

        var masked = MASKER.mask(text, findings(text, seed), conversations.of("c"));

        assertThat(conversations.unmasker("c").unmask(masked.text(), Unmasker.places(masked)))
                .isEqualTo(text);
        assertThat(masked.spans()).allSatisfy(span -> assertThat(original(conversations, span))
                .isEqualTo(text.substring(span.finding().start(), span.finding().end())));
    }

    @Property(tries = 400)
    void shouldNotShowTheOriginal(@ForAll String text, @ForAll("any") String operator, @ForAll long seed) {
        var masked =
                MASKER.mask(text, findings(text, seed), conversations(operator).of("c"));

        assertThat(masked.spans())
                .noneMatch(span -> Revealing.isShown(
                        text.substring(span.finding().start(), span.finding().end()), span.replacement()));
    }

    @Provide
    Arbitrary<String> operators() {
        return Arbitraries.of("encrypt", "encrypt-deterministic", "fpe", "date-shift", "keep");
    }

    @Provide
    Arbitrary<String> any() {
        return Arbitraries.of(
                "tag",
                "counter",
                "redact",
                "mask",
                "hash",
                "encrypt",
                "encrypt-deterministic",
                "fpe",
                "date-shift",
                "surrogate");
    }

    private Conversations conversations(String operator) {
        return new Conversations(PolicyFile.parse("others: " + operator, "test"), keys, new MemoryInProcess());
    }

    private static String original(Conversations conversations, Masked.Span span) {
        return conversations.unmasker("c").original(span.finding().type(), span.replacement());
    }

    private static List<Finding> findings(String text, long seed) {
        var random = new Random(seed);
        var findings = new ArrayList<Finding>();
        for (int i = 0; i < 4 && !text.isEmpty(); i++) {
            int start = random.nextInt(text.length());
            int end = Math.min(text.length(), start + 1 + random.nextInt(12));
            findings.add(
                    new Finding(TYPES.get(random.nextInt(TYPES.size())), start, end, 0.9, Source.MODEL, "model-1"));
        }
        return findings;
    }
}
