package io.postil.stream.annotate;

import static org.assertj.core.api.Assertions.assertThat;

import io.postil.privacy.policy.PolicyFile;
import io.postil.privacy.replace.Conversations;
import io.postil.schemas.Annotation;
import io.postil.schemas.Entity;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the policy makes of an utterance's texts and fields. */
class PolicyTest extends BenchScene {

    @Test
    void shouldDropSpeakerAndAttributesByTheDefaultPolicy() {
        bench.send(Bench.utterance("Hi").setSpeaker("Zoë").setAttributes(Map.of("channel", "web")));

        Annotation annotation = bench.annotation();
        assertThat(annotation.getSpeaker()).isNull();
        assertThat(annotation.getAttributes()).isEmpty();
    }

    @Test
    void shouldTreatSpeakerAndAttributesAsThePolicySays() {
        try (var own = bench("""
                others: tag
                fields: {speaker: counter, attributes: {channel: keep, note: find, code: redact}}
                """)) {
            own.send(Bench.utterance("Hi")
                    .setSpeaker("Zoë")
                    .setAttributes(Map.of("channel", "web", "note", "for Zoë", "code", "x", "other", "y")));

            Annotation annotation = own.annotation();
            assertThat(annotation.getSpeaker()).isEqualTo("[PERSON_1]");
            assertThat(annotation.getAttributes())
                    .isEqualTo(Map.of("channel", "web", "note", "for [PERSON]", "code", ""));
            assertThat(annotation.getTasks().get(1).getCoveredChars())
                    .as("of the text alone")
                    .isEqualTo(2);
        }
    }

    @Test
    void shouldDropThePairWhereThePolicySaysSo() {
        try (var own = bench("others: tag\nfields: {textPair: drop}")) {
            own.send(Bench.utterance("Hi").setTextPair("Zoë"));

            Annotation annotation = own.annotation();
            assertThat(annotation.getTextPair()).isNull();
            assertThat(annotation.getEntities()).isEmpty();
            assertThat(annotation.getEntailment()).as("the model has read it").isNotNull();
        }
    }

    @Test
    void shouldSayWhoFoundASpanAndWhy() {
        bench.send(Bench.utterance("Zoë pays with 4111111111111111"));

        assertThat(bench.annotation().getEntities())
                .extracting(Entity::getBy, Entity::getWhy, Entity::getOperator)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("v1", "", "tag"),
                        org.assertj.core.groups.Tuple.tuple("cards", "Luhn", "tag"));
    }

    @Test
    void shouldFindANameAgainLaterInItsConversationAndInNoOther() {
        bench.send(Bench.utterance("Zoë left").setId("u-1"));

        bench.send(Bench.utterance("zoe is back").setId("u-2"));
        bench.send(Bench.utterance("zoe is back").setId("u-3").setConversationId("c-2"));

        var texts = bench.annotations().stream().map(Annotation::getText).toList();
        assertThat(texts).containsExactly("[PERSON] left", "[PERSON] is back", "zoe is back");
    }

    @Test
    void shouldGiveOneValueOnePseudonymWithinAConversationAndAnotherElsewhere() {
        try (var own = bench("others: hash")) {
            own.send(Bench.utterance("Zoë").setId("u-1"));
            own.send(Bench.utterance("Zoë").setId("u-2"));
            own.send(Bench.utterance("Zoë").setId("u-3").setConversationId("c-2"));

            var texts = own.annotations().stream().map(Annotation::getText).toList();
            assertThat(texts.get(1)).isEqualTo(texts.get(0)).startsWith("[PERSON:");
            assertThat(texts.get(2)).isNotEqualTo(texts.get(0)).startsWith("[PERSON:");
        }
    }

    @Test
    void shouldKeepNoKeyForAnUtteranceOfNoConversation() {
        try (var own = bench("others: hash")) {
            own.send(Bench.utterance("Zoë").setConversationId(null));

            assertThat(own.annotation().getConversationKey()).isNull();
            assertThat(own.keptKeys()).isEmpty();
        }
    }

    @Test
    void shouldKeepAKeyForAnUtteranceOfNoConversationWhereItShallComeBack() {
        try (var own = bench("others: encrypt")) {
            own.send(Bench.utterance("Zoë").setConversationId(null));

            Annotation annotation = own.annotation();
            Entity entity = annotation.getEntities().get(0);
            var key = own.unsealer().key(annotation.getConversationKey());
            var policy = PolicyFile.parse("others: encrypt", "test");
            assertThat(Conversations.unmasker(policy, key).original("PERSON", entity.getReplacement()))
                    .isEqualTo("Zoë");
        }
    }

    @Test
    void shouldPassOnNoLanguageThatIsNone() {
        bench.send(Bench.utterance("Hi").setLanguage("zoe@example.com"));

        assertThat(bench.annotation().getLanguage()).isNull();
    }

    private static Bench bench(String policy) {
        return new Bench(PolicyFile.parse(policy, "test"));
    }
}
