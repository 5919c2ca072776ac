package io.postil.trainer.intake;

import static io.postil.trainer.fixtures.Corrections.blank;
import static io.postil.trainer.fixtures.Corrections.label;
import static io.postil.trainer.fixtures.Corrections.span;
import static io.postil.trainer.fixtures.Corrections.spans;
import static io.postil.trainer.fixtures.Utterances.original;
import static io.postil.trainer.fixtures.Utterances.utterance;
import static org.assertj.core.api.Assertions.assertThat;

import io.postil.schemas.Coordinates;
import io.postil.schemas.Correction;
import io.postil.schemas.Fate;
import io.postil.schemas.SealContext;
import java.util.List;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.Test;

/** What cannot be learned from, and how its sender hears of it. */
final class IntakeRefusalsTest extends IntakeScene {

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
    void shouldRejectAnUtteranceSealedWithALostKey() {
        var lost = new io.postil.privacy.seal.Sealer(io.postil.privacy.seal.KeyRing.ephemeral());
        intake.send(original(lost, utterance("u1", "I can do that")));

        intake.send(label("k1", "u1", "offer"));

        assertThat(intake.receipts().get(0).getReason()).startsWith("the utterance cannot be opened: ");
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
}
