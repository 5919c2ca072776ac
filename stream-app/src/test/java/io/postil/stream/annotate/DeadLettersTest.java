package io.postil.stream.annotate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.postil.privacy.policy.PolicyFile;
import io.postil.privacy.seal.ConversationKey;
import io.postil.privacy.seal.Sealer;
import io.postil.schemas.Act;
import io.postil.schemas.Bytes;
import io.postil.schemas.DeadLetter;
import io.postil.schemas.RegistryUnavailableException;
import io.postil.schemas.SealContext;
import io.postil.stream.fixtures.ScriptedClassifier;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is not let through, why, and what its dead letter holds. */
class DeadLettersTest extends BenchScene {

    @ParameterizedTest
    @CsvSource({
        "'   ', BLANK",
        "'', BLANK",
        "(fails), MODEL_FAILED",
        "(unread), NOT_COVERED",
        "(unmaskable), MASKING_FAILED",
    })
    void shouldRejectTextsThatCannotBeAnnotatedOrMasked(String text, String reason) {
        bench.send(Bench.utterance(text));

        assertThat(bench.deadLetter().getReason()).isEqualTo(reason);
        assertThat(bench.metrics.count("dead " + reason)).isEqualTo(1);
    }

    @Test
    void shouldRejectTheRecordWhenItsPairIsNotCovered() {
        bench.send(Bench.utterance("fine").setTextPair(ScriptedClassifier.UNREAD));

        assertThat(bench.deadLetter().getReason()).isEqualTo("NOT_COVERED");
    }

    @Test
    void shouldRejectTextAndPairThatAreTooLongTogether() {
        bench.send(Bench.utterance("a".repeat(1500)).setTextPair("b".repeat(501)));

        assertThat(bench.deadLetter().getReason()).isEqualTo("TOO_LONG");
    }

    @Test
    void shouldAnnotateTextAndPairOfTheGreatestLength() {
        bench.send(Bench.utterance("a".repeat(1500)).setTextPair("b".repeat(500)));

        assertThat(bench.annotation().getText()).hasSize(1500);
    }

    @Test
    void shouldRejectARecordWithoutAValue() {
        bench.send((byte[]) null);

        DeadLetter letter = bench.deadLetter();
        assertThat(letter.getReason()).isEqualTo("NULL_VALUE");
        assertThat(letter.getSealed()).isNull();
    }

    @Test
    void shouldRejectBytesThatAreNotAvro() {
        bench.send("just text".getBytes(StandardCharsets.UTF_8));

        assertThat(bench.deadLetter().getReason()).isEqualTo("NOT_AVRO");
    }

    @Test
    void shouldRejectASchemaThatNobodyKnows() {
        bench.send(new byte[] {0, 0, 0, 99, 99, 2});

        assertThat(bench.deadLetter().getReason()).isEqualTo("UNKNOWN_SCHEMA");
    }

    @Test
    void shouldRejectASchemaOfSomethingElse() {
        byte[] act = bench.serdes.serde(Act.class).serializer().serialize("elsewhere", new Act("inform", 0.5));

        bench.send(act);

        assertThat(bench.deadLetter().getReason()).isEqualTo("WRONG_SCHEMA");
    }

    @Test
    void shouldRejectAnUtteranceWithoutAnId() {
        bench.send(Bench.utterance("Hi").setId(""));

        assertThat(bench.deadLetter().getReason()).isEqualTo("NO_ID");
    }

    @Test
    void shouldSealTheRejectedValueWhereItStood() {
        byte[] poison = "Zoë's number".getBytes(StandardCharsets.UTF_8);
        bench.send(Bench.utterance("first"));

        bench.send(poison);

        DeadLetter letter = bench.deadLetter();
        assertThat(letter.getTopic()).isEqualTo("test.utterances");
        assertThat(letter.getPartition()).isZero();
        assertThat(letter.getOffset()).isEqualTo(1);
        assertThat(letter.getDetail()).doesNotContain("Zoë");
        assertThat(letter.getAt()).isEqualTo(Bench.NOW);
        byte[] context = SealContext.deadLetter("test.utterances", 0, 1);
        assertThat(bench.unsealer().open(Bytes.of(letter.getSealed()), context)).isEqualTo(poison);
    }

    @Test
    void shouldSealWhatAConversationSaidWithItsKeyThoughItCameToNothing() {
        bench.send(Bench.utterance("(fails)"));

        DeadLetter letter = bench.deadLetter();
        assertThat(ConversationKey.isId(Sealer.keyId(Bytes.of(letter.getSealed()))))
                .isTrue();
        byte[] context = SealContext.deadLetter("test.utterances", 0, 0);
        assertThat(bench.unsealer().open(Bytes.of(letter.getSealed()), context)).isNotEmpty();
    }

    @Test
    void shouldCountFieldsThatAreLookedThroughAmongTheLength() {
        try (var own = new Bench(PolicyFile.parse("others: tag\nfields: {speaker: find}", "test"))) {
            own.send(Bench.utterance("a".repeat(1500)).setSpeaker("b".repeat(501)));

            assertThat(own.deadLetter().getReason()).isEqualTo("TOO_LONG");
        }
    }

    @Test
    void shouldRejectTheRecordWhenAFieldIsNotCovered() {
        try (var own = new Bench(PolicyFile.parse("others: tag\nfields: {speaker: find}", "test"))) {
            own.send(Bench.utterance("fine").setSpeaker(ScriptedClassifier.UNREAD));

            assertThat(own.deadLetter().getReason()).isEqualTo("NOT_COVERED");
        }
    }

    @Test
    void shouldRejectATypeThatThePolicyHasNoEntryFor() {
        try (var own = new Bench(PolicyFile.parse("types: {CARD: tag}", "test"))) {
            own.send(Bench.utterance("4111111111111111 of Zoë"));

            DeadLetter letter = own.deadLetter();
            assertThat(letter.getReason()).isEqualTo("MASKING_FAILED");
            assertThat(letter.getDetail()).isEqualTo("the policy has no entry for PERSON");
        }
    }

    @Test
    void shouldRejectAnAnnotationThatItsTopicWouldNotTake() {
        bench.send(Bench.utterance("Hi").setConversationId("c".repeat(17 * 1024 * 1024)));

        DeadLetter letter = bench.deadLetter();
        assertThat(letter.getReason()).isEqualTo("TOO_LARGE");
        assertThat(letter.getSealed()).as("a payload that does not fit").isNull();
    }

    @Test
    void shouldDropTheKeyOfADeadLetterThatItDoesNotFit() {
        bench.send(new TestRecord<>(new byte[17 * 1024 * 1024], new byte[] {7}));

        assertThat(bench.deadLetterRecords())
                .singleElement()
                .extracting(TestRecord::key)
                .isNull();
    }

    @Test
    void shouldNotTakeAnAbsentRegistryForPoison() {
        byte[] value = bench.bytes(Bench.utterance("Hi").build());
        bench.loseRegistry();
        byte[] ofUnseenSchema = value.clone();
        ofUnseenSchema[4] = 77;

        assertThatThrownBy(() -> bench.send(ofUnseenSchema)).hasRootCauseInstanceOf(RegistryUnavailableException.class);
        assertThat(bench.deadLetterRecords()).isEmpty();
    }

    @Test
    void shouldAskOnceMoreWhenAModelFailed() {
        bench.models.failNext(1);

        bench.send(Bench.utterance("Hi"));

        assertThat(bench.annotation().getText()).isEqualTo("Hi");
        assertThat(bench.pauses).isEmpty();
    }

    @Test
    void shouldSlowDownWhenTheModelFailsOnEverything() {
        bench.models.failNext(1000);

        for (int i = 0; i < 12; i++) {
            bench.send(Bench.utterance("Hi"));
        }

        assertThat(bench.deadLetterRecords()).hasSize(12);
        assertThat(bench.pauses).as("waits for the last two").hasSize(4);
    }
}
