package io.postil.trainer.intake;

import static io.postil.trainer.fixtures.Corrections.label;
import static io.postil.trainer.fixtures.Corrections.labelBy;
import static io.postil.trainer.fixtures.Utterances.original;
import static io.postil.trainer.fixtures.Utterances.utterance;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What two corrections of the same utterance come to. */
final class IntakeAgreementTest extends IntakeScene {

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
}
