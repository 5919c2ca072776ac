package io.postil.trainer.intake;

import static io.postil.trainer.fixtures.Corrections.blank;
import static io.postil.trainer.fixtures.Corrections.confirmed;
import static io.postil.trainer.fixtures.Corrections.label;
import static io.postil.trainer.fixtures.Corrections.labelBy;
import static io.postil.trainer.fixtures.Corrections.span;
import static io.postil.trainer.fixtures.Corrections.spans;
import static io.postil.trainer.fixtures.Utterances.entity;
import static io.postil.trainer.fixtures.Utterances.original;
import static io.postil.trainer.fixtures.Utterances.utterance;
import static org.assertj.core.api.Assertions.assertThat;

import io.postil.schemas.Coordinates;
import io.postil.schemas.Correction;
import io.postil.schemas.Fate;
import io.postil.schemas.Origin;
import io.postil.schemas.SealContext;
import io.postil.schemas.Split;
import io.postil.schemas.UtteranceCodec;
import io.postil.trainer.intake.IntakeMetrics.Ending;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class IntakeTest {
    private IntakeDriver intake;

    @BeforeEach
    void start(@TempDir Path state) {
        intake = new IntakeDriver(state);
    }

    @AfterEach
    void readEqualsEndedPlusWaiting() {
        assertThat(intake.metrics.read).isEqualTo(intake.metrics.ended() + intake.metrics.waiting);
        intake.close();
    }

    @Test
    void shouldMakeAnExampleOfALabelAndItsUtterance() {
        intake.send(original(intake.sealer, utterance("u1", "Could you call me back?")));

        intake.send(label("k1", "u1", "offer"));

        var example = intake.examples().get(0);
        assertThat(example.key).isEqualTo("u1/dialogue-act");
        assertThat(example.value.getLabel()).isEqualTo("offer");
        assertThat(example.value.getPredicted()).isEqualTo("request");
        assertThat(example.value.getModelVersion()).isEqualTo("v1");
        assertThat(example.value.getSplit()).isEqualTo(Split.TRAIN);
        assertThat(example.value.getOrigin()).isEqualTo(Origin.CORRECTION);
        assertThat(text(example.value.getSealed().array(), "u1")).isEqualTo("Could you call me back?");
        var receipt = intake.receiptRecords().get(0);
        assertThat(receipt.key).isEqualTo("k1");
        assertThat(receipt.value.getFate()).isEqualTo(Fate.ACCEPTED);
        assertThat(receipt.value.getReason()).isEqualTo("split: train");
    }

    @Test
    void shouldSayWhichSplitTheConversationIsIn() {
        intake.send(original(intake.sealer, utterance("held1", "Hello there")));
        intake.send(original(intake.sealer, utterance("val1", "Hello there")));

        intake.send(label("k1", "held1", "offer"), label("k2", "val1", "offer"));

        assertThat(intake.examples())
                .extracting(e -> e.value.getSplit())
                .containsExactly(Split.HELD_OUT, Split.VALIDATION);
        assertThat(intake.fates()).containsExactly("k1 HELD_OUT", "k2 ACCEPTED");
    }

    @Test
    void shouldHoldACorrectionUntilItsUtteranceComes() {
        intake.send(label("k1", "u1", "offer"));
        assertThat(intake.receipts()).isEmpty();
        assertThat(intake.metrics.waiting).isEqualTo(1);

        intake.send(original(intake.sealer, utterance("u1", "I can do that")));

        assertThat(intake.fates()).containsExactly("k1 ACCEPTED");
        assertThat(intake.metrics.waiting).isZero();
    }

    @Test
    void shouldGiveUpOnAnUtteranceThatNeverComes() {
        intake.send(label("k1", "nobody", "offer"));

        intake.driver.advanceWallClockTime(IntakeDriver.PATIENCE.plusMinutes(1));

        var receipt = intake.receipts().get(0);
        assertThat(receipt.getFate()).isEqualTo(Fate.REJECTED);
        assertThat(receipt.getReason()).isEqualTo("no such utterance within 10m");
        assertThat(intake.metrics.waiting).isZero();
    }

    @Test
    void shouldAnswerTheSameCorrectionOnce() {
        intake.send(original(intake.sealer, utterance("u1", "I can do that")));
        var again = Correction.newBuilder(label("k1", "u1", "offer"))
                .setSubmittedAt(io.postil.trainer.fixtures.Corrections.SUBMITTED.plusSeconds(60))
                .build();

        intake.send(label("k1", "u1", "offer"), label("k1", "u1", "offer"), again);

        assertThat(intake.fates()).containsExactly("k1 ACCEPTED");
        assertThat(intake.examples()).hasSize(1);
        assertThat(intake.metrics.endings).containsEntry(Ending.REPEATED, 2);
    }

    @Test
    void shouldBuryAnotherCorrectionUnderAUsedId() {
        intake.send(original(intake.sealer, utterance("u1", "I can do that")));
        var other = label("k1", "u2", "offer");

        intake.send(label("k1", "u1", "offer"), other);

        assertThat(intake.fates()).containsExactly("k1 ACCEPTED");
        var letter = intake.deadLetters().get(0).value();
        assertThat(letter.getReason()).isEqualTo("ID_REUSED");
        assertThat(letter.getOffset()).isEqualTo(1);
        var opened = intake.sealer.open(letter.getSealed().array(), SealContext.deadLetter(letter.getTopic(), 0, 1));
        assertThat(opened).isEqualTo(intake.encoded(other));
    }

    @Test
    void shouldForgetIdsAfterTheWindow() {
        intake.send(label("k1", "u1", "offer"));
        intake.driver.advanceWallClockTime(IntakeDriver.WINDOW.plusDays(1));

        intake.send(label("k1", "u1", "offer"));

        assertThat(intake.metrics.endings).doesNotContainKey(Ending.REPEATED);
    }

    @Test
    void shouldLetAnAnnotatorThinkAgain() {
        intake.send(original(intake.sealer, utterance("u1", "I can do that")));

        intake.send(label("k1", "u1", "offer"), label("k2", "u1", "inform"));

        assertThat(intake.fates()).containsExactly("k1 ACCEPTED", "k1 REJECTED", "k2 ACCEPTED");
        assertThat(intake.examples())
                .extracting(example -> example.key + " " + example.value.getLabel())
                .containsExactly("u1/dialogue-act offer", "u1/dialogue-act inform");
    }

    @Test
    void shouldSayWhatSupersedes() {
        intake.send(original(intake.sealer, utterance("u1", "I can do that")));

        intake.send(label("k1", "u1", "offer"), label("k2", "u1", "inform"));

        assertThat(intake.receipts().get(1).getReason()).isEqualTo("superseded by correction k2");
    }

    @Test
    void shouldQuarantineWhoDisagreesLater() {
        intake.send(original(intake.sealer, utterance("u1", "I can do that")));

        intake.send(labelBy("ada", "k1", "u1", "offer"), labelBy("bob", "k2", "u1", "inform"));

        assertThat(intake.fates()).containsExactly("k1 ACCEPTED", "k2 QUARANTINED");
        assertThat(intake.examples()).hasSize(1);
    }

    @Test
    void shouldCountAnUtteranceOnceWhereAnnotatorsAgree() {
        intake.send(original(intake.sealer, utterance("u1", "I can do that")));

        intake.send(labelBy("ada", "k1", "u1", "offer"), labelBy("bob", "k2", "u1", "offer"));

        assertThat(intake.fates()).containsExactly("k1 ACCEPTED", "k2 ACCEPTED");
        assertThat(intake.examples()).hasSize(1);
    }

    @Test
    void shouldConfirmTheLabelThatWasPredicted() {
        intake.send(original(intake.sealer, utterance("u1", "Call me")));

        intake.send(confirmed("k1", "u1", "dialogue-act"));

        var example = intake.examples().get(0).value;
        assertThat(example.getLabel()).isEqualTo("request");
        assertThat(example.getOrigin()).isEqualTo(Origin.CONFIRMATION);
    }

    @Test
    void shouldConfirmTheEntitiesThatTheModelCanLearn() {
        intake.send(original(
                intake.sealer,
                utterance("u1", "Ann at a@b.org"),
                entity("PERSON", 0, 3, 0),
                entity("EMAIL", 7, 14, 12)));

        intake.send(confirmed("k1", "u1", "entities"));

        assertThat(intake.examples().get(0).value.getSpans()).containsExactly(span("PERSON", 0, 3));
    }

    @Test
    void shouldMapMaskedSpansBackToTheTextAsSent() {
        // masked: "[PERSON] met Bo in Rome", as sent: "Ann met Bo in Rome"
        intake.send(original(intake.sealer, utterance("u1", "Ann met Bo in Rome"), entity("PERSON", 0, 3, 0)));

        intake.send(spans(
                "k1", "u1", Coordinates.MASKED, span("CITY", 19, 23), span("PERSON", 2, 5), span("PERSON", 13, 15)));

        assertThat(intake.examples().get(0).value.getSpans())
                .containsExactly(span("PERSON", 0, 3), span("PERSON", 8, 10), span("CITY", 14, 18));
    }

    @Test
    void shouldTakeOriginalSpansAsTheyAre() {
        intake.send(original(intake.sealer, utterance("u1", "Ann met Bo in Rome"), entity("PERSON", 0, 3, 0)));

        intake.send(spans("k1", "u1", Coordinates.ORIGINAL, span("PERSON", 8, 10)));

        assertThat(intake.examples().get(0).value.getSpans()).containsExactly(span("PERSON", 8, 10));
    }

    @Test
    void shouldTakeACorrectionThatBringsItsUtterance() {
        var brought = Correction.newBuilder(label("k1", "u9", "inform"))
                .setUtterance(utterance("u9", "It rains"))
                .build();

        intake.send(brought);

        var example = intake.examples().get(0).value;
        assertThat(example.getOrigin()).isEqualTo(Origin.DATASET);
        assertThat(text(example.getSealed().array(), "u9")).isEqualTo("It rains");
        assertThat(intake.fates()).containsExactly("k1 ACCEPTED");
    }

    @Test
    void shouldRejectWhatCannotBeLearnedAndSayWhy() {
        intake.send(original(intake.sealer, utterance("u1", "Ann is 😀 here")));

        intake.send(
                blank("k01", "u1", "dialogue-act").build(),
                blank("k02", "u1", "dialogue-act")
                        .setLabel("offer")
                        .setConfirmed(true)
                        .build(),
                blank("k03", "u1", "mood").setLabel("offer").build(),
                label("k04", "u1", "shout"),
                blank("k05", "u1", "dialogue-act").setConfirmed(false).build(),
                blank("k06", "u1", "entities").setLabel("offer").build(),
                blank("k07", "u1", "dialogue-act").setSpans(List.of()).build(),
                spans("k08", "u1", Coordinates.MASKED, span("DOG", 0, 3)),
                spans("k09", "u1", Coordinates.MASKED, span("PERSON", 3, 3)),
                spans("k10", "u1", Coordinates.MASKED, span("PERSON", 0, 99)),
                spans("k11", "u1", Coordinates.MASKED, span("PERSON", 0, 4), span("CITY", 3, 6)),
                spans("k12", "u1", Coordinates.MASKED, span("PERSON", 0, 8)),
                blank("k13", "u1", "nli").setLabel("neutral").build(),
                Correction.newBuilder(label("k14", "u2", "offer"))
                        .setUtterance(utterance("u3", "Hi"))
                        .build(),
                Correction.newBuilder(label("k15", "u4", "offer"))
                        .setUtterance(utterance("u4", " "))
                        .build(),
                Correction.newBuilder(label("k16", "u5", "offer"))
                        .setUtterance(utterance("u5", "x".repeat(IntakeDriver.LONGEST + 1)))
                        .build());

        assertThat(intake.receipts())
                .allMatch(receipt -> receipt.getFate() == Fate.REJECTED)
                .extracting(receipt -> receipt.getCorrectionId() + ": " + receipt.getReason())
                .containsExactly(
                        "k01: 0 of label, spans and confirmed are set (expected exactly one)",
                        "k02: 2 of label, spans and confirmed are set (expected exactly one)",
                        "k03: task mood is not learned here (expected one of [dialogue-act, entities, nli])",
                        "k04: unknown label (expected one of [inform, offer, request])",
                        "k05: confirmed: false says that something is wrong but not what is right; send label or spans",
                        "k06: task entities has spans, not labels",
                        "k07: task dialogue-act has labels, not spans",
                        "k08: unknown span type (expected one of [CITY, PERSON])",
                        "k09: span [3, 3) is empty or negative",
                        "k10: span [0, 99) goes past the text's end at 14",
                        "k11: span [0, 4) and span [3, 6) overlap in the text as sent",
                        "k12: span [0, 8) cuts a surrogate pair in two",
                        "k13: task nli judges a pair, and the utterance has no textPair",
                        "k14: utterance.id is not the correction's utteranceId",
                        "k15: the utterance is blank",
                        "k16: the utterance has 101 code units (expected up to 100)");
    }

    @Test
    void shouldBuryPoisonWithItsReasonAndGoOn() {
        intake.send(original(intake.sealer, utterance("u1", "I can do that")));
        var poison = IntakeDriver.bytes("{\"no\":\"avro\"}");

        intake.feedback.pipeInput(IntakeDriver.bytes("k0"), poison);
        intake.feedback.pipeInput(new TestRecord<>(IntakeDriver.bytes("k0"), (byte[]) null));
        intake.send(label("k1", "u1", "offer"));

        var letters = intake.deadLetters();
        assertThat(letters).extracting(letter -> letter.value().getReason()).containsExactly("NOT_AVRO", "NULL");
        assertThat(letters.get(0).key()).isEqualTo(IntakeDriver.bytes("k0"));
        assertThat(intake.sealer.open(
                        letters.get(0).value().getSealed().array(),
                        SealContext.deadLetter(intake.topics.feedback().name(), 0, 0)))
                .isEqualTo(poison);
        assertThat(letters.get(1).value().getSealed()).isNull();
        assertThat(intake.fates()).containsExactly("k1 ACCEPTED");
    }

    @Test
    void shouldBuryAnOriginalThatNobodyCanRead() {
        intake.originals.pipeInput(IntakeDriver.bytes("u1"), IntakeDriver.bytes("noise"));
        intake.originals.pipeInput(null, IntakeDriver.bytes("noise"));

        assertThat(intake.deadLetters())
                .extracting(letter -> letter.value().getReason())
                .containsExactly("NOT_AVRO", "NO_KEY");
    }

    @Test
    void shouldForgetAnUtteranceThatIsErased() {
        intake.send(original(intake.sealer, utterance("u1", "I can do that")));
        intake.originals.pipeInput(new TestRecord<>(IntakeDriver.bytes("u1"), (byte[]) null));

        intake.send(label("k1", "u1", "offer"));

        assertThat(intake.metrics.waiting).isEqualTo(1);
    }

    @Test
    void shouldKeepNoHeaderButTheTrace() {
        intake.send(original(intake.sealer, utterance("u1", "I can do that")));
        var headers = new RecordHeaders()
                .add("traceparent", IntakeDriver.bytes("00-1-2-01"))
                .add("secret", IntakeDriver.bytes("Ann"));

        intake.feedback.pipeInput(new TestRecord<>(null, intake.encoded(label("k1", "u1", "offer")), headers));
        intake.feedback.pipeInput(new TestRecord<>(null, IntakeDriver.bytes("noise"), headers));

        var outgoing = List.of(
                intake.topics.receipts().name(), intake.topics.examples().name());
        for (String topic : outgoing) {
            var record =
                    intake.driver.createOutputTopic(topic, bytes(), bytes()).readRecord();
            assertThat(Arrays.stream(record.headers().toArray()).map(header -> header.key()))
                    .containsExactly("traceparent");
        }
    }

    @Test
    void shouldRejectAnUtteranceSealedWithALostKey() {
        var lost = new io.postil.privacy.seal.Sealer(io.postil.privacy.seal.KeyRing.ephemeral());
        intake.send(original(lost, utterance("u1", "I can do that")));

        intake.send(label("k1", "u1", "offer"));

        assertThat(intake.receipts().get(0).getReason()).startsWith("the utterance cannot be opened: ");
    }

    @Test
    void shouldKeepUtterancesNoLongerThanTheWindow() {
        intake.send(original(intake.sealer, utterance("u1", "I can do that")));
        intake.driver.advanceWallClockTime(IntakeDriver.WINDOW.plus(Duration.ofDays(1)));

        intake.send(label("k1", "u1", "offer"));

        assertThat(intake.metrics.waiting).isEqualTo(1);
    }

    private static org.apache.kafka.common.serialization.ByteArrayDeserializer bytes() {
        return new org.apache.kafka.common.serialization.ByteArrayDeserializer();
    }

    private String text(byte[] sealed, String utteranceId) {
        return UtteranceCodec.decode(intake.sealer.open(sealed, SealContext.utterance(utteranceId)))
                .getText();
    }
}
