package io.postil.trainer.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.kafka.streams.errors.TaskCorruptedException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an intake leaves that ended in order before anything came: the empty folder of a window store. */
final class EmptyStoresTest {
    @TempDir
    private Path state;

    private Path application;
    private Path task;

    @BeforeEach
    void endedBeforeAnythingCame() throws IOException {
        application = state.resolve("test");
        task = application.resolve("0_0");
        Files.createDirectories(task.resolve(Intake.SEEN));
    }

    @Test
    void shouldStartWhereNothingHadCome() {
        EmptyStores.remove(application);

        try (IntakeDriver intake = new IntakeDriver(state)) {
            assertThat(intake.receipts()).isEmpty();
        }
    }

    /** When this fails, Kafka Streams has mended it, and {@link EmptyStores} can go. */
    @Test
    void shouldStillBeNeeded() {
        assertThatThrownBy(() -> new IntakeDriver(state)).isInstanceOf(TaskCorruptedException.class);
    }

    @Test
    void shouldLeaveTasksWhoseStoresHoldSomething() throws IOException {
        Path other = application.resolve("1_0");
        Path kept = other.resolve(Intake.SEEN).resolve("segment").resolve("CURRENT");
        Files.createDirectories(kept.getParent());
        Files.writeString(kept, "something");

        EmptyStores.remove(application);

        assertThat(kept).exists();
        assertThat(task).doesNotExist();
    }

    @Test
    void shouldRemoveAllOfATaskWithAnEmptyStore() throws IOException {
        Files.createDirectories(task.resolve("rocksdb").resolve(Intake.STANDING));
        Files.writeString(task.resolve("rocksdb").resolve(Intake.STANDING).resolve("CURRENT"), "something");

        EmptyStores.remove(application);

        assertThat(task).doesNotExist();
    }

    @Test
    void shouldTouchNothingButTasks() throws IOException {
        Path foreign = Files.createDirectories(application.resolve("global").resolve("rocksdb"));

        EmptyStores.remove(application);

        assertThat(foreign).exists();
    }

    @Test
    void shouldFindNothingToDoAtTheFirstStart() {
        Path none = state.resolve("none");

        EmptyStores.remove(none);

        assertThat(none).doesNotExist();
    }
}
