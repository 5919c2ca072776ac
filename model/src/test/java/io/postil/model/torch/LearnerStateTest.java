package io.postil.model.torch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.postil.model.CheckpointException;
import io.postil.model.Head;
import io.postil.model.Input;
import io.postil.model.checkpoint.BaseModels;
import io.postil.model.checkpoint.Checkpoint;
import io.postil.model.train.Fitting;
import io.postil.model.train.Learner;
import io.postil.model.train.LearnerOptions;
import io.postil.model.train.TrainingItem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class LearnerStateTest {
    private static final String BASE = "src/test/resources/golden/bert-sequence";
    private static final List<TrainingItem> TOY =
            List.of(labelled("Bonjour Lucas", "greeting"), labelled("Tu peux m'aider ?", "question"));

    @TempDir
    private Path folder;

    private final TorchLearners learners = new TorchLearners(BaseModels.none(), TorchOptions.singleThread());

    static List<Fitting> fittings() {
        return List.of(new Fitting.Full(), Fitting.LowRank.usual(), new Fitting.HeadOnly());
    }

    @ParameterizedTest
    @MethodSource("fittings")
    void shouldGiveTheSameWeightsToTheBitAfterItWentOn(Fitting fitting) throws IOException {
        try (Learner learner = begin(fitting)) {
            train(learner, 2);
            learner.keep();
            train(learner, 1);
            learner.saveState(folder.resolve("after 3"));
            train(learner, 4);
            learner.saveState(folder.resolve("after 7"));
        }

        try (Learner resumed = begin(fitting)) {
            resumed.loadState(folder.resolve("after 3"));
            train(resumed, 4);
            resumed.saveState(folder.resolve("resumed"));
        }

        assertThat(Files.mismatch(folder.resolve("resumed"), folder.resolve("after 7")))
                .isEqualTo(-1);
    }

    @Test
    void shouldRefuseTheStateOfAnotherTraining() {
        try (Learner learner = begin(Fitting.LowRank.usual())) {
            learner.saveState(folder.resolve("adapter"));
        }

        try (Learner full = begin(new Fitting.Full())) {
            assertThatThrownBy(() -> full.loadState(folder.resolve("adapter")))
                    .isInstanceOf(CheckpointException.class)
                    .hasMessageContaining("adapter: is not the state of this training");
        }
    }

    @Test
    void shouldLeaveRowsAloneThatNoBatchTouched() {
        try (Learner learner = begin(new Fitting.Full())) {
            train(learner, 3);
            learner.save(folder);
        }

        String table = "embeddings.word_embeddings.weight";
        Checkpoint base = Checkpoint.open(Path.of(BASE), BaseModels.none());
        int width = base.config().encoder().size().hidden();
        float[] before = base.weights().read(table);
        float[] after = Checkpoint.open(folder, BaseModels.none()).weights().read(table);
        int changed = 0;
        for (int row = 0; row < before.length / width; row++) {
            changed += Arrays.equals(before, row * width, (row + 1) * width, after, row * width, (row + 1) * width)
                    ? 0
                    : 1;
        }
        assertThat(changed).isBetween(4, 20);
    }

    private Learner begin(Fitting fitting) {
        return learners.begin(
                Path.of(BASE).toAbsolutePath().toString(),
                Head.SEQUENCE,
                List.of("greeting", "question"),
                LearnerOptions.of(fitting, 1));
    }

    private static void train(Learner learner, int steps) {
        for (int step = 0; step < steps; step++) {
            learner.step(TOY, 5e-3);
        }
    }

    private static TrainingItem labelled(String text, String label) {
        return new TrainingItem.Labelled(Input.of(text), label);
    }
}
