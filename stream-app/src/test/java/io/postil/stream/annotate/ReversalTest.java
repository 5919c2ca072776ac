package io.postil.stream.annotate;

import static org.assertj.core.api.Assertions.assertThat;

import io.postil.privacy.policy.Policy;
import io.postil.privacy.policy.PolicyFile;
import io.postil.privacy.replace.Conversations;
import io.postil.privacy.replace.Unmasker;
import io.postil.schemas.Annotation;
import io.postil.schemas.Field;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What the stream has masked by a reversible policy comes back from the annotation and the topic of keys. */
class ReversalTest {
    private static final Policy POLICY =
            PolicyFile.parse("types: {CARD: fpe}\nothers: encrypt-deterministic\nfields: {speaker: encrypt}", "test");

    @Property(tries = 15)
    void shouldUnmaskWhatWasMasked(@ForAll("texts") List<String> texts) {
        try (var bench = new Bench(POLICY)) {
            texts.forEach(text ->
                    bench.send(Bench.utterance("." + text).setTextPair(text).setSpeaker("Zoë " + text)));

            var annotations = bench.annotations();
            assertThat(annotations).hasSameSizeAs(texts);
            for (int i = 0; i < texts.size(); i++) {
                Annotation annotation = annotations.get(i);
                var key = bench.unsealer().key(annotation.getConversationKey());
                Unmasker unmasker = Conversations.unmasker(POLICY, key);
                assertThat(unmasker.unmask(annotation.getText(), places(annotation, Field.TEXT)))
                        .isEqualTo("." + texts.get(i));
                assertThat(unmasker.unmask(annotation.getTextPair(), places(annotation, Field.TEXT_PAIR)))
                        .isEqualTo(texts.get(i));
                assertThat(unmasker.field(POLICY.speaker(), annotation.getSpeaker()))
                        .isEqualTo("Zoë " + texts.get(i));
            }
        }
    }

    @Provide
    Arbitrary<List<String>> texts() {
        Arbitrary<String> pieces = Arbitraries.oneOf(
                Arbitraries.of(
                        "Zoë", "Zoë Zoë", "4111111111111111", " ", "zoe", "😀", "e\u0301", "\u202e", "[PERSON:x]"),
                Arbitraries.strings().ofMaxLength(8).filter(text -> new String(
                                text.getBytes(java.nio.charset.StandardCharsets.UTF_8),
                                java.nio.charset.StandardCharsets.UTF_8)
                        .equals(text)));
        return pieces.list()
                .ofMaxSize(6)
                .map(parts -> String.join("", parts))
                .list()
                .ofMaxSize(12);
    }

    private static List<Unmasker.Place> places(Annotation annotation, Field field) {
        return annotation.getEntities().stream()
                .filter(entity -> entity.getField() == field)
                .map(entity -> new Unmasker.Place(entity.getType(), entity.getMaskedStart(), entity.getMaskedEnd()))
                .toList();
    }
}
