package io.postil.trainer.runs;

import static org.assertj.core.api.Assertions.assertThat;

import io.postil.schemas.Split;
import io.postil.schemas.Stage;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** When a run starts, and when it does not. */
final class RunScheduleTest extends RunScene {

    @Test
    void shouldWaitForEnoughExamplesOrEnoughTime() {
        world.example("t1", Split.TRAIN);
        world.turn();
        assertThat(world.verdicts()).hasSize(1);

        world.pass(Duration.ofMinutes(1));
        world.turn();

        assertThat(world.verdicts()).hasSize(2);
    }

    @Test
    void shouldLearnFromABurstInOneRun() {
        world.threeExamples();
        world.pass(Duration.ofSeconds(8));
        world.example("t2", Split.TRAIN);
        world.pass(Duration.ofSeconds(-9));

        world.turn();
        assertThat(world.verdicts()).hasSize(1);
        world.turn();

        assertThat(world.topics.checkpoints.get(1).getExamples()).isEqualTo(4);
    }

    @Test
    void shouldNotRunWithNothingToTrainWith() {
        world.example("h1", Split.HELD_OUT);
        world.example("h2", Split.HELD_OUT);
        world.example("h3", Split.HELD_OUT);
        world.pass(Duration.ofHours(1));

        world.turn();

        assertThat(world.verdicts()).hasSize(1);
    }

    @Test
    void shouldNotPromoteTheSameAgainAfterARollback() {
        world.threeExamples();
        world.turn();
        world.person("v1", Stage.NONE);
        world.pass(Duration.ofHours(3));

        world.turn();

        assertThat(world.verdicts()).hasSize(2);
        assertThat(world.champions()).containsExactly("v1", "v2", "v1");
    }

    @Test
    void shouldNotRunAgainBeforeItsOwnRecordsCanBeRead() {
        world.threeExamples();
        world.log().afterCommit = () -> world.log().lags = true;
        world.turn();

        world.turn();

        assertThat(world.verdicts()).containsExactly("v1 STARTER", "v2 PROMOTED");
    }

    @Test
    void shouldLeaveAPersonsTrialAlone() {
        world.threeExamples();
        world.person("v1", Stage.CANARY);

        world.turn();

        assertThat(world.verdicts()).hasSize(1);
    }
}
