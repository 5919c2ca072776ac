package io.postil.trainer.runs;

import io.postil.model.Classifier;
import io.postil.model.ClassifierFactory;
import io.postil.model.Head;
import io.postil.model.Input;
import io.postil.model.ModelInfo;
import io.postil.model.Prediction;
import io.postil.model.Prepared;
import io.postil.model.store.StoredCheckpoint;
import io.postil.trainer.parts.Task;
import io.postil.trainer.runs.Attempt.Findings;
import io.postil.trainer.runs.Attempt.Measured;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Challengers that answer one label, whatever they are asked; what the gate would say is set by the test. */
final class FakeAttempts implements Attempts, ClassifierFactory {
    private static final String MODEL = "model.txt";

    boolean promotes = true;
    Runnable onMake = () -> {};
    Runnable onSave = () -> {};
    /** What the stored checkpoint answers; the challenger in memory answers {@code offer}. */
    String stored = "offer";

    int open;
    final Map<String, Measured> measured = new HashMap<>();
    RunData lastData;
    String lastChampion;

    @Override
    public Attempt make(Task task, StoredCheckpoint champion, RunData data) {
        lastData = data;
        lastChampion = champion.version();
        onMake.run();
        open++;
        return new FakeAttempt();
    }

    @Override
    public void stop() {}

    @Override
    public Classifier open(Path folder, ModelName name) {
        try {
            return new FakeClassifier(name, Files.readString(folder.resolve(MODEL)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Prediction> answers(List<Input> inputs, String label) {
        return inputs.stream()
                .<Prediction>map(input -> new Prediction.Labelled(label, 1, Map.of(label, 1.0), 0))
                .toList();
    }

    private final class FakeAttempt implements Attempt {
        @Override
        public Findings findings() {
            return new Findings(promotes, promotes ? "better" : "too few", Map.of("accuracy", 0.9), measured);
        }

        @Override
        public List<Prediction> classify(List<Input> inputs) {
            return answers(inputs, "offer");
        }

        @Override
        public void save(Path folder) throws IOException {
            Files.writeString(folder.resolve(MODEL), stored);
            onSave.run();
        }

        @Override
        public void close() {
            open--;
        }
    }

    private record FakeClassifier(ModelName name, String label) implements Classifier {
        @Override
        public ModelInfo info() {
            return new ModelInfo(name.task(), name.version(), name.digest(), Head.SEQUENCE, List.of(label));
        }

        @Override
        public List<Prediction> answer(List<? extends Prepared> prepared) {
            List<Input> inputs = Prepared.inputs(prepared);
            return answers(inputs, label);
        }

        @Override
        public Prepared prepare(Input input) {
            return Prepared.of(input, input.text().length());
        }

        @Override
        public void close() {}
    }
}
