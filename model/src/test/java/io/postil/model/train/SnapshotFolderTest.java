package io.postil.model.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.postil.model.Input;
import io.postil.model.evaluate.ItemValidation;
import io.postil.model.train.TrainingItem.Labelled;
import io.postil.model.train.TrainingPlan.Decay;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SnapshotFolderTest {
    private static final TrainingPlan PLAN = new TrainingPlan(4, 4, 0.01, 0.1, Decay.LINEAR, 2, "accuracy", 7);
    private static final List<TrainingItem> ITEMS = IntStream.range(0, 18)
            .<TrainingItem>mapToObj(i -> new Labelled(Input.of("x".repeat(i)), "yes"))
            .toList();
    private static final Validation TEN =
            new ItemValidation(Collections.nCopies(10, new Labelled(Input.of("x"), "yes")));
    private static final List<Integer> RIGHT = List.of(4, 8, 7, 6);

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(ints = {1, 4, 5, 6, 10, 13, 19})
    void shouldGoOnAfterAnyStepAsIfNothingHadHappened(int lastStep) {
        var whole = new CountingLearner(RIGHT);
        TrainingResult expected =
                training(Snapshots.NONE, TrainingListener.NONE).run(whole, ITEMS, TEN);
        var cutOff = new CountingLearner(RIGHT);
        assertThatThrownBy(() -> training(snapshots(1), endsAfter(lastStep)).run(cutOff, ITEMS, TEN))
                .hasMessage("cut off");
        int epochsDone = (lastStep - 1) / 5;
        var resumed = new CountingLearner(RIGHT.subList(epochsDone, RIGHT.size()));

        TrainingResult result = training(snapshots(1), TrainingListener.NONE).run(resumed, ITEMS, TEN);

        assertThat(result.steps()).isEqualTo(expected.steps());
        assertThat(result.bestEpoch()).isEqualTo(expected.bestEpoch());
        assertThat(resumed.weights).isEqualTo(whole.weights);
        int overlap = cutOff.batches.size() + resumed.batches.size() - whole.batches.size();
        assertThat(overlap).isBetween(0, 1);
        int from = whole.batches.size() - resumed.batches.size();
        assertThat(resumed.batches).isEqualTo(whole.batches.subList(from, whole.batches.size()));
        assertThat(resumed.rates).isEqualTo(whole.rates.subList(from, whole.rates.size()));
    }

    @Test
    void shouldKeepTheOlderStateWhereTheNextIsNotWritten() {
        var learner = new CountingLearner(RIGHT);
        snapshots(1).save(learner, Progress.START.stepped(0.5, 1, 10));
        assertThatThrownBy(() -> snapshots(1)
                        .save(
                                new Unwritable(),
                                Progress.START.stepped(0.5, 1, 10).stepped(1, 1, 10)))
                .isInstanceOf(UncheckedIOException.class);

        Optional<Progress> at = snapshots(1).resume(new CountingLearner(RIGHT));

        assertThat(at).contains(Progress.START.stepped(0.5, 1, 10));
    }

    @Test
    void shouldNameTheSettingThatIsNotTheSame() {
        snapshots(1).save(new CountingLearner(RIGHT), Progress.START.stepped(0.5, 1, 10));

        assertThatThrownBy(() -> snapshots(2).resume(new CountingLearner(RIGHT)))
                .isInstanceOf(TrainingException.class)
                .hasMessageContaining("seed: 1, and now it is 2");
    }

    @Test
    void shouldSayThatAFileIsNoState() throws IOException {
        Files.writeString(folder.resolve("state.json"), "{\"settings\":");

        assertThatThrownBy(() -> snapshots(1).resume(new CountingLearner(RIGHT)))
                .isInstanceOf(TrainingException.class)
                .hasMessageContaining("state.json: is not the state of a training");
    }

    @Test
    void shouldLeaveNothingButTheLastState() throws IOException {
        training(snapshots(1), TrainingListener.NONE).run(new CountingLearner(RIGHT), ITEMS, TEN);

        try (var files = Files.list(folder)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder("state.json", "state-20-5.safetensors");
        }
    }

    private Snapshots snapshots(int seed) {
        Map<String, String> settings = Map.of("seed", Integer.toString(seed), "epochs", "4");
        return new SnapshotFolder(folder, settings, Duration.ZERO, InstantSource.system());
    }

    private static Training training(Snapshots snapshots, TrainingListener listener) {
        return new Training(PLAN, listener, snapshots);
    }

    private static TrainingListener endsAfter(int lastStep) {
        return new TrainingListener() {
            @Override
            public void stepped(int step, double loss) {
                if (step == lastStep) {
                    throw new IllegalStateException("cut off");
                }
            }
        };
    }

    /** Fails in the middle of writing its state. */
    private static final class Unwritable extends CountingLearner {
        Unwritable() {
            super(RIGHT);
        }

        @Override
        public void saveState(Path file) {
            super.saveState(file);
            throw new UncheckedIOException(new IOException("no space left"));
        }
    }
}
