package io.postil.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.postil.privacy.Masked;
import io.postil.privacy.Masker;
import io.postil.privacy.policy.Policy;
import io.postil.privacy.policy.PolicyFile;
import io.postil.privacy.replace.Conversation;
import io.postil.privacy.replace.Conversations;
import io.postil.privacy.replace.MemoryInProcess;
import io.postil.privacy.replace.UnmaskingException;
import io.postil.privacy.rules.Rules;
import io.postil.privacy.seal.ConversationKey;
import io.postil.privacy.seal.KeyRing;
import io.postil.privacy.seal.MemoryConversationKeys;
import io.postil.privacy.seal.SealException;
import io.postil.privacy.seal.Unsealer;
import io.postil.privacy.seal.WrappedKey;
import io.postil.privacy.seal.WrappedKeys;
import io.postil.schemas.Annotation;
import io.postil.schemas.Entity;
import io.postil.schemas.Field;
import io.postil.schemas.Source;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class OpenedAnnotationTest {
    private static final String TEXT = "mail ada@example.com or call 06 39 98 12 34";
    private static final Policy POLICY = PolicyFile.parse("""
            types: {EMAIL: encrypt, PHONE: fpe}
            others: tag
            fields: {speaker: encrypt-deterministic, attributes: {channel: keep}}
            """, "test");

    private final MemoryConversationKeys keys = new MemoryConversationKeys();
    private final KeyRing master = KeyRing.ephemeral();

    @Test
    void shouldTurnBackTextsAndFields() {
        var opened = opening(POLICY).of(annotation(POLICY, TEXT));

        assertThat(opened.get("text").asText()).isEqualTo(TEXT);
        assertThat(opened.get("speaker").asText()).isEqualTo("Ada");
        assertThat(opened.get("attributes").get("channel").asText()).isEqualTo("web");
        assertThat(opened.get("stillMasked").asInt()).isZero();
    }

    @Test
    void shouldLeaveWhatNoOperatorTurnsBackAndCountIt() {
        var policy = PolicyFile.parse("types: {EMAIL: encrypt}\nothers: tag", "test");

        var opened = opening(policy).of(annotation(policy, TEXT));

        assertThat(opened.get("text").asText()).isEqualTo("mail ada@example.com or call [PHONE]");
        assertThat(opened.get("stillMasked").asInt()).isEqualTo(1);
    }

    @Test
    void shouldRefuseAnotherPolicyThanItWasMaskedBy() {
        var annotation = annotation(POLICY, TEXT);
        var other = PolicyFile.parse("others: encrypt", "test");

        assertThatThrownBy(() -> opening(other).of(annotation))
                .isInstanceOf(UnmaskingException.class)
                .hasMessage("a PHONE was masked with fpe, and the policy says encrypt");
    }

    @Test
    void shouldOpenNothingOfAForgottenConversation() {
        var annotation = annotation(POLICY, TEXT);
        keys.forget("c-1");

        assertThatThrownBy(() -> opening(POLICY).of(annotation)).isInstanceOf(SealException.class);
    }

    @Test
    void shouldSayThatNothingComesBackWithoutAKey() {
        var annotation = Annotation.newBuilder(annotation(POLICY, TEXT))
                .setConversationKey(null)
                .build();

        assertThatThrownBy(() -> opening(POLICY).of(annotation))
                .isInstanceOf(UnmaskingException.class)
                .hasMessageContaining("without a conversation's key");
    }

    private OpenedAnnotation opening(Policy policy) {
        String name = WrappedKeys.nameOf("c-1");
        return new OpenedAnnotation(policy, new Unsealer(master, id -> keys.find("c-1")
                .map(key -> new WrappedKey(name, new WrappedKeys(master).wrap(name, key)))));
    }

    private Annotation annotation(Policy policy, String text) {
        Conversation conversation = new Conversations(policy, keys, new MemoryInProcess()).of("c-1");
        var masker = new Masker(Rules.standard());
        Masked masked = masker.mask(text, List.of(), conversation);
        ConversationKey key = keys.of("c-1");
        Optional<String> speaker = conversation.field(policy.speaker(), "Ada", masker, value -> List.of());
        return Annotation.newBuilder()
                .setUtteranceId("u-1")
                .setText(masked.text())
                .setSpeaker(speaker.orElse(null))
                .setAttributes(policy.attributes().isEmpty() ? Map.of() : Map.of("channel", "web"))
                .setEntities(masked.spans().stream()
                        .map(OpenedAnnotationTest::entity)
                        .toList())
                .setConversationKey(key.id())
                .setAnnotatedAt(Instant.EPOCH)
                .build();
    }

    private static Entity entity(Masked.Span span) {
        return Entity.newBuilder()
                .setField(Field.TEXT)
                .setType(span.finding().type())
                .setStart(span.finding().start())
                .setEnd(span.finding().end())
                .setMaskedStart(span.maskedStart())
                .setMaskedEnd(span.maskedEnd())
                .setScore(1)
                .setSource(Source.RULE)
                .setReplacement(span.replacement())
                .setOperator(span.operator())
                .build();
    }
}
