package io.postil.trainer.intake;

import static io.postil.trainer.fixtures.Corrections.label;
import static io.postil.trainer.fixtures.Utterances.original;
import static io.postil.trainer.fixtures.Utterances.utterance;
import static org.assertj.core.api.Assertions.assertThat;

import io.postil.schemas.Correction;
import io.postil.schemas.Fate;
import io.postil.trainer.intake.IntakeMetrics.Ending;
import java.time.Duration;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.Test;

/** What the intake remembers of utterances and corrections, and for how long. */
final class IntakeMemoryTest extends IntakeScene {

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
    void shouldForgetIdsAfterTheWindow() {
        intake.send(label("k1", "u1", "offer"));
        intake.driver.advanceWallClockTime(IntakeDriver.WINDOW.plusDays(1));

        intake.send(label("k1", "u1", "offer"));

        assertThat(intake.metrics.endings).doesNotContainKey(Ending.REPEATED);
    }

    @Test
    void shouldForgetAnUtteranceThatIsErased() {
        intake.send(original(intake.sealer, utterance("u1", "I can do that")));
        intake.originals.pipeInput(new TestRecord<>(IntakeDriver.bytes("u1"), (byte[]) null));

        intake.send(label("k1", "u1", "offer"));

        assertThat(intake.metrics.waiting).isEqualTo(1);
    }

    @Test
    void shouldKeepUtterancesNoLongerThanTheWindow() {
        intake.send(original(intake.sealer, utterance("u1", "I can do that")));
        intake.driver.advanceWallClockTime(IntakeDriver.WINDOW.plus(Duration.ofDays(1)));

        intake.send(label("k1", "u1", "offer"));

        assertThat(intake.metrics.waiting).isEqualTo(1);
    }
}
