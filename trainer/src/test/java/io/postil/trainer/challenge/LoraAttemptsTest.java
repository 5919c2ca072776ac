package io.postil.trainer.challenge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.postil.model.Classifier;
import io.postil.model.ClassifierFactory.ModelName;
import io.postil.model.Head;
import io.postil.model.Input;
import io.postil.model.ModelInfo;
import io.postil.model.Prediction;
import io.postil.model.Prepared;
import io.postil.model.data.Split;
import io.postil.model.store.CheckpointNotes;
import io.postil.model.store.StoredCheckpoint;
import io.postil.model.train.TrainingItem;
import io.postil.model.train.TrainingItem.Labelled;
import io.postil.schemas.Example;
import io.postil.schemas.Origin;
import io.postil.trainer.parts.ReplayData;
import io.postil.trainer.parts.Task;
import io.postil.trainer.runs.Attempt.Measured;
import io.postil.trainer.runs.RunData;
import io.postil.trainer.runs.RunData.Corrected;
import io.postil.trainer.runs.RunFailedException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** People say that what begins with "could" is an offer; the champion says request to all but "hello". */
final class LoraAttemptsTest {
    private static final Task TASK =
            new Task("dialogue-act", Head.SEQUENCE, false, Set.of("offer", "request", "inform"));

    private final FakeLearner learner = new FakeLearner();
    private final FakeChampion champion = new FakeChampion();
    private final LoraAttempts attempts =
            new LoraAttempts(folder -> learner, (folder, name) -> champion.named(name), LearningSettings.usual());

    @TempDir
    private Path folder;

    @Test
    void shouldPromoteWhatLearnsTheCorrectionsAndKeepsTheRest() {
        try (var attempt = attempts.make(TASK, stored(), new RunData(replay(), corrections(60), 0))) {
            assertThat(attempt.findings().promote())
                    .as(attempt.findings().reason())
                    .isTrue();
            assertThat(attempt.findings().measured()).hasSize(12).allSatisfy((key, measured) -> assertThat(measured)
                    .isEqualTo(new Measured(false, true)));
            assertThat(attempt.findings().metrics())
                    .containsEntry("corrections.champion.accuracy", 0.0)
                    .containsEntry("corrections.challenger.accuracy", 1.0)
                    .containsEntry("older.challenger.accuracy", 1.0);
        }
        assertThat(learner.closed).isTrue();
        assertThat(champion.closed).isTrue();
    }

    @Test
    void shouldRefuseOnTooLittleEvidence() {
        try (var attempt = attempts.make(TASK, stored(), new RunData(replay(), corrections(10), 0))) {
            assertThat(attempt.findings().promote()).isFalse();
            assertThat(attempt.findings().reason()).contains("more corrections are needed");
        }
    }

    @Test
    void shouldSaveTheFolderWithItsNotesAndCard() throws IOException {
        try (var attempt = attempts.make(TASK, stored(), new RunData(replay(), corrections(60), 0))) {
            attempt.save(folder);
        }

        var notes = CheckpointNotes.read(folder).orElseThrow();
        assertThat(notes.task()).isEqualTo("dialogue-act");
        assertThat(notes.parent()).hasValue("v1");
        assertThat(notes.dataDigest()).isPresent();
        assertThat(notes.evaluation()).containsKey("corrections.challenger.accuracy");
        assertThat(folder.resolve("README.md")).content().contains("Made by Postil's trainer from version v1");
    }

    @Test
    void shouldFailWhereTheLossIsNoNumber() {
        learner.loss = Double.NaN;

        assertThatThrownBy(() -> attempts.make(TASK, stored(), new RunData(replay(), corrections(60), 0)))
                .isInstanceOf(RunFailedException.class)
                .hasMessageStartingWith("the loss of step 1 is NaN (expected");
        assertThat(learner.closed).isTrue();
    }

    @Test
    void shouldStopSoon() {
        attempts.stop();

        assertThatThrownBy(() -> attempts.make(TASK, stored(), new RunData(replay(), corrections(60), 0)))
                .isInstanceOf(RunFailedException.class)
                .hasMessage("stopped at step 1");
        assertThat(learner.steps).isEqualTo(1);
        assertThat(learner.closed).isTrue();
    }

    @Test
    void shouldStopSoonWhileItCompares() {
        champion.whenAsked = attempts::stop;

        assertThatThrownBy(() -> attempts.make(TASK, stored(), new RunData(replay(), corrections(60), 0)))
                .isInstanceOf(RunFailedException.class)
                .hasMessage("stopped while a model was asked");
        assertThat(champion.asked).isEqualTo(1);
        assertThat(champion.closed).isTrue();
        assertThat(learner.closed).isTrue();
    }

    private StoredCheckpoint stored() {
        return new StoredCheckpoint("dialogue-act", "v1", folder, "digest");
    }

    /** Of ten, seven train, one validates, two are held out. */
    private static List<Corrected> corrections(int count) {
        List<Corrected> corrections = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            corrections.add(corrected("u" + i, i % 10));
        }
        return corrections;
    }

    private static Corrected corrected(String id, int tenth) {
        var split = tenth < 7 ? Split.TRAIN : tenth < 8 ? Split.VALIDATION : Split.HELD_OUT;
        var item = new Labelled(Input.of("could you " + id), "offer");
        var example = Example.newBuilder()
                .setUtteranceId(id)
                .setTask("dialogue-act")
                .setSealed(ByteBuffer.allocate(0))
                .setLabel("offer")
                .setSplit(io.postil.schemas.Split.valueOf(split.name()))
                .setOrigin(Origin.CORRECTION)
                .setCorrectionId("k" + id)
                .setAnnotator("ada")
                .setAt(Instant.EPOCH)
                .build();
        return new Corrected(id + "/dialogue-act", item, example);
    }

    private static ReplayData replay() {
        return (task, split) -> IntStream.range(0, 40)
                .<TrainingItem>mapToObj(i -> new Labelled(Input.of("hello " + split + i), "inform"))
                .toList();
    }

    private static final class FakeChampion implements Classifier {
        boolean closed;
        int asked;
        Runnable whenAsked = () -> {};
        private ModelName name;

        Classifier named(ModelName known) {
            name = known;
            return this;
        }

        @Override
        public ModelInfo info() {
            return new ModelInfo(name.task(), name.version(), name.digest(), Head.SEQUENCE, List.copyOf(TASK.labels()));
        }

        @Override
        public List<Prediction> answer(List<? extends Prepared> prepared) {
            asked++;
            whenAsked.run();
            List<Input> inputs = Prepared.inputs(prepared);
            return FakeLearner.answers(inputs, Map.of("hello", "inform"));
        }

        @Override
        public Prepared prepare(Input input) {
            return Prepared.of(input, 1);
        }

        @Override
        public void close() {
            closed = true;
        }
    }
}
