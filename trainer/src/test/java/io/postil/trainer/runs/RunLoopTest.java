package io.postil.trainer.runs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.postil.schemas.Stage;
import java.time.Duration;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a run publishes, and what it leaves alone; wherever it is killed, it counts once. */
final class RunLoopTest extends RunScene {

    @Test
    void shouldPromoteWhatTheGateLetsThrough() {
        world.threeExamples();

        world.turn();

        assertThat(world.verdicts()).containsExactly("v1 STARTER", "v2 PROMOTED");
        assertThat(world.champions()).containsExactly("v1", "v2");
        var rollout = world.topics.rollouts.get(1);
        assertThat(rollout.getSequence()).isEqualTo(2);
        assertThat(rollout.getBy()).isEqualTo("trainer");
        assertThat(rollout.getReason()).isEqualTo("better");
        assertThat(world.receipts()).containsExactly("k-h1 FIXED v2", "k-t1 TRAINED v2", "k-v1 TRAINED v2");
    }

    @Test
    void shouldWriteDownWhatTheRunWas() {
        world.threeExamples();

        world.turn();

        var checkpoint = world.topics.checkpoints.get(1);
        assertThat(checkpoint.getParent()).isEqualTo("v1");
        assertThat(checkpoint.getBase()).isEqualTo("base");
        assertThat(checkpoint.getExamples()).isEqualTo(3);
        assertThat(checkpoint.getExamplesThrough()).containsEntry("0", 3L);
        assertThat(checkpoint.getMetrics()).containsEntry("accuracy", 0.9);
        assertThat(checkpoint.getDigest())
                .isEqualTo(world.store.open("dialogue-act", "v2").digest());
    }

    @Test
    void shouldDropThePromotionWhenAPersonActsDuringTheRun() {
        world.threeExamples();
        world.attempts.onMake = () -> world.person("v0", Stage.NONE);

        world.turn();

        assertThat(world.verdicts()).endsWith("v2 REFUSED");
        assertThat(world.topics.checkpoints.get(1).getReason())
                .isEqualTo(
                        "the champion changed during the run: v1 (sequence 1) is now v0 (sequence 2); otherwise: better");
        assertThat(world.champions()).containsExactly("v1", "v0");
        assertThat(world.receipts()).isEmpty();
    }

    @Test
    void shouldRefuseWhatAnswersOtherwiseOnceStored() {
        world.threeExamples();
        world.attempts.stored = "request";

        world.turn();

        assertThat(world.verdicts()).endsWith("v2 REFUSED");
        assertThat(world.topics.checkpoints.get(1).getReason())
                .isEqualTo("read back from the store it answers otherwise than in memory on 3 of 3 probes");
    }

    @Test
    void shouldTryAgainLaterAndLaterWhenRunsFail() {
        world.threeExamples();
        world.attempts.onMake = () -> {
            throw new RunFailedException("the loss of step 1 is NaN");
        };

        world.turn();
        world.turn();
        assertThat(world.metrics.runs).containsExactly("dialogue-act started", "dialogue-act failed");
        world.pass(Duration.ofMinutes(1));
        world.turn();
        world.pass(Duration.ofMinutes(1));
        world.turn();
        assertThat(world.metrics.runs).hasSize(4);
        world.attempts.onMake = () -> {};
        world.pass(Duration.ofMinutes(2));
        world.turn();

        assertThat(world.metrics.runs).endsWith("dialogue-act PROMOTED");
        assertThat(world.verdicts()).containsExactly("v1 STARTER", "v2 PROMOTED");
    }

    @Test
    void shouldOutliveARunThatNeedsTooMuchMemory() {
        world.threeExamples();
        world.attempts.onMake = () -> {
            throw new OutOfMemoryError("test");
        };

        world.turn();

        assertThat(world.metrics.runs).containsExactly("dialogue-act started", "dialogue-act failed");
    }

    @Test
    void shouldEndWhenAnotherTrainerTakesOver() {
        world.threeExamples();
        world.log().beforeCommit = () -> {
            throw new FencedException("another", null);
        };

        assertThatThrownBy(world::turn).isInstanceOf(FencedException.class);
    }

    @Test
    void shouldLeaveOutWhatCannotBeOpened() {
        world.threeExamples();
        world.exampleSealedWithALostKey("t9");

        world.turn();

        assertThat(world.attempts.lastData.corrected()).hasSize(3);
        assertThat(world.attempts.lastData.unreadable()).isEqualTo(1);
    }

    @Test
    void shouldLearnFromWhatAConversationsKeyOpens() {
        world.threeExamples();
        world.exampleOfConversation("t8");

        world.turn();

        assertThat(world.attempts.lastData.corrected()).hasSize(4);
        assertThat(world.topics.erased).isEmpty();
    }

    @Test
    void shouldDeleteExamplesOfForgottenConversationsAndSayHowMany() {
        world.threeExamples();
        world.topics.keys.remove(world.exampleOfConversation("t8").id());
        world.exampleOfConversation("t9");

        world.turn();

        assertThat(world.topics.erased).containsExactly("t8/dialogue-act");
        assertThat(world.attempts.lastData.corrected()).hasSize(4);
        assertThat(world.topics.checkpoints.get(1).getMetrics()).containsEntry("examples_forgotten", 1.0);
        assertThat(world.receipts()).noneMatch(receipt -> receipt.startsWith("k-t8"));
    }

    @Test
    void shouldNotTakeALostMasterKeyForAForgottenConversation() {
        world.threeExamples();
        world.exampleSealedWithALostKey("t9");

        world.turn();

        assertThat(world.topics.erased).isEmpty();
    }

    static Stream<Named<BiConsumer<RunWorld, Runnable>>> deaths() {
        return Stream.of(
                Named.of("while training", (world, death) -> world.attempts.onMake = death),
                Named.of("while the store is written", (world, death) -> world.attempts.onSave = death),
                Named.of("before the transaction is committed", (world, death) -> world.log().beforeCommit = death),
                Named.of("after the transaction is committed", (world, death) -> world.log().afterCommit = death));
    }

    @ParameterizedTest
    @MethodSource("deaths")
    void shouldCountEverythingOnceWhereverItIsKilled(BiConsumer<RunWorld, Runnable> kill) {
        world.threeExamples();
        kill.accept(world, () -> {
            throw new Killed();
        });
        assertThatThrownBy(world::turn).isInstanceOf(Killed.class);

        world.attempts.onMake = () -> {};
        world.attempts.onSave = () -> {};
        world.restart();
        world.turn();
        world.turn();

        assertThat(world.topics.checkpoints).hasSize(2);
        assertThat(world.topics.rollouts).hasSize(2);
        var version = world.topics.checkpoints.get(1).getVersion();
        assertThat(world.champions()).containsExactly("v1", version);
        assertThat(world.receipts())
                .isEqualTo(List.of("k-h1 FIXED " + version, "k-t1 TRAINED " + version, "k-v1 TRAINED " + version));
    }

    /** Not one of the errors that a run survives. */
    private static final class Killed extends Error {
        private static final long serialVersionUID = 1L;
    }
}
