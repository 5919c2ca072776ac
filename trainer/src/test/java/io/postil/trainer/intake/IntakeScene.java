package io.postil.trainer.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.postil.schemas.SealContext;
import io.postil.schemas.UtteranceCodec;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** An intake under the test driver; after each test what it read is what it ended and what waits. */
abstract class IntakeScene {
    IntakeDriver intake;

    @BeforeEach
    void start(@TempDir Path state) {
        intake = new IntakeDriver(state);
    }

    @AfterEach
    void readEqualsEndedPlusWaiting() {
        assertThat(intake.metrics.read).isEqualTo(intake.metrics.ended() + intake.metrics.waiting);
        intake.close();
    }

    String text(byte[] sealed, String utteranceId) {
        return UtteranceCodec.decode(intake.unsealer().open(sealed, SealContext.utterance(utteranceId)))
                .getText();
    }
}
