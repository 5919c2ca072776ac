package io.postil.trainer.runs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.postil.model.store.CheckpointStore;
import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FirstVersionsTest {
    private final FakeTopics topics = new FakeTopics();

    @TempDir
    private Path folder;

    @Test
    void shouldBeginWithTheStarterCheckpoint() {
        ensure(topics.open());

        assertThat(topics.checkpoints).singleElement().satisfies(checkpoint -> {
            assertThat(checkpoint.getVersion()).isEqualTo("v1");
            assertThat(checkpoint.getVerdict()).isEqualTo(io.postil.schemas.Verdict.STARTER);
            assertThat(checkpoint.getDigest())
                    .isEqualTo(new CheckpointStore(folder)
                            .open("dialogue-act", "v1")
                            .digest());
        });
        assertThat(topics.rollouts).singleElement().satisfies(rollout -> {
            assertThat(rollout.getSequence()).isEqualTo(1);
            assertThat(rollout.getBy()).isEqualTo("starter");
        });
    }

    @Test
    void shouldDoNothingTheSecondTime() {
        ensure(topics.open());

        ensure(topics.open());

        assertThat(topics.checkpoints).hasSize(1);
        assertThat(topics.rollouts).hasSize(1);
    }

    @Test
    void shouldGoOnWithTheStoreThatAKilledStartLeft() {
        var dying = topics.open();
        dying.beforeCommit = () -> {
            throw new LogException("gone", null);
        };
        assertThatThrownBy(() -> ensure(dying)).isInstanceOf(LogException.class);

        ensure(topics.open());

        assertThat(topics.checkpoints).hasSize(1);
    }

    private void ensure(TrainerLog log) {
        new FirstVersions(log, new CheckpointStore(folder), Clock.systemUTC()).ensure(RunWorld.STARTERS);
    }
}
