package io.postil.trainer.intake;

import static io.postil.trainer.fixtures.Corrections.confirmed;
import static io.postil.trainer.fixtures.Corrections.label;
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
import io.postil.schemas.Split;
import java.util.Arrays;
import java.util.List;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.Test;

/** What a correction that can be learned from becomes. */
final class IntakeTest extends IntakeScene {

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
    void shouldKeepNoHeaderButTheTrace() {
        intake.send(original(intake.sealer, utterance("u1", "I can do that")));
        var headers = new RecordHeaders()
                .add("traceparent", IntakeDriver.bytes("00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01"))
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

    private static org.apache.kafka.common.serialization.ByteArrayDeserializer bytes() {
        return new org.apache.kafka.common.serialization.ByteArrayDeserializer();
    }
}
