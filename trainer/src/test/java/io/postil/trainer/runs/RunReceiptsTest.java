package io.postil.trainer.runs;

import static org.assertj.core.api.Assertions.assertThat;

import io.postil.schemas.Fate;
import io.postil.schemas.Split;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What a run tells those who corrected. */
final class RunReceiptsTest extends RunScene {

    @Test
    void shouldSayWhatIsStillWrong() {
        world.threeExamples();
        world.attempts.measured.put("h1/dialogue-act", new Attempt.Measured(false, false));

        world.turn();

        assertThat(world.receipts()).contains("k-h1 STILL_WRONG v2");
    }

    @Test
    void shouldLeaveFatesAsTheyAreWhenTheGateRefuses() {
        world.threeExamples();
        world.attempts.promotes = false;

        world.turn();

        assertThat(world.verdicts()).containsExactly("v1 STARTER", "v2 REFUSED");
        assertThat(world.champions()).containsExactly("v1");
        assertThat(world.receipts()).isEmpty();
    }

    @Test
    void shouldGiveTheReceiptsOfRefusedRunsWhenALaterOneIsPromoted() {
        world.threeExamples();
        world.attempts.promotes = false;
        world.turn();
        world.attempts.promotes = true;
        world.example("t2", Split.TRAIN);
        world.example("t3", Split.TRAIN);
        world.example("t4", Split.TRAIN);

        world.turn();

        assertThat(world.verdicts()).endsWith("v2 REFUSED", "v3 PROMOTED");
        assertThat(world.receipts(Fate.TRAINED)).isEqualTo(5);
        assertThat(world.receipts()).contains("k-t1 TRAINED v3", "k-h1 FIXED v3");
    }

    @Test
    void shouldNotRepeatAReceiptThatSaysNothingNew() {
        world.threeExamples();
        world.turn();
        world.attempts.measured.put("h1/dialogue-act", new Attempt.Measured(true, true));
        world.example("t2", Split.TRAIN);
        world.pass(Duration.ofMinutes(2));

        world.turn();

        assertThat(world.receipts())
                .containsExactly("k-h1 FIXED v2", "k-t1 TRAINED v2", "k-t2 TRAINED v3", "k-v1 TRAINED v2");
    }

    @Test
    void shouldSayWhenAFixIsLost() {
        world.threeExamples();
        world.turn();
        world.attempts.measured.put("h1/dialogue-act", new Attempt.Measured(true, false));
        world.example("t2", Split.TRAIN);
        world.pass(Duration.ofMinutes(2));

        world.turn();

        assertThat(world.receipts()).contains("k-h1 FIXED v2", "k-h1 STILL_WRONG v3");
    }

    @Test
    void shouldGiveNoReceiptToACorrectionSupersededDuringTheRun() {
        world.threeExamples();
        world.attempts.onMake = () -> world.example("t1", "k-other", Split.TRAIN);

        world.turn();

        assertThat(world.receipts()).containsExactly("k-h1 FIXED v2", "k-v1 TRAINED v2");
    }
}
