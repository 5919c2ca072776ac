package io.postil.stream.serving;

import io.postil.model.Classifier;
import io.postil.model.ClassifierFactory;
import io.postil.model.Head;
import io.postil.model.ModelInfo;
import io.postil.model.batch.BatchLimits;
import io.postil.model.store.CheckpointStore;
import io.postil.schemas.Rollout;
import io.postil.schemas.Stage;
import io.postil.stream.fixtures.RecordingMetrics;
import io.postil.stream.fixtures.ScriptedClassifier;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A store with versions in it, and a factory that opens them as classifiers that can be foreseen. */
final class Shelf implements ClassifierFactory {
    /** Each input is a batch of its own, so that a swap may come between any two. */
    static final BatchLimits LIMITS = new BatchLimits(2, 1, 1, 10_000);

    final RecordingMetrics metrics = new RecordingMetrics();
    final List<ScriptedClassifier> opened = new ArrayList<>();
    private final Path root;
    private final CheckpointStore store;

    Shelf(Path root) {
        this.root = root;
        this.store = new CheckpointStore(root);
    }

    void put(String task, String... versions) {
        for (String version : versions) {
            store.publish(task, version, folder -> Files.writeString(folder.resolve("config.json"), "{}"));
        }
    }

    void spoil(String task, String version) {
        try {
            Files.writeString(root.resolve(task).resolve(version).resolve("config.json"), "{ }");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    ServedModels models(String... tasks) {
        return new ServedModels(List.of(tasks), store, this, LIMITS, metrics);
    }

    /** Versions whose name begins with "wrong" have the other head, "broken" ones cannot be opened. */
    @Override
    public Classifier open(Path folder, ModelName name) {
        if (name.version().startsWith("broken")) {
            throw new IllegalArgumentException("a tensor has no bytes");
        }
        boolean tokens = name.task().equals("entities") != name.version().startsWith("wrong");
        var info = new ModelInfo(
                name.task(), name.version(), name.digest(), tokens ? Head.TOKENS : Head.SEQUENCE, List.of());
        var classifier = new ScriptedClassifier(info);
        synchronized (opened) {
            opened.add(classifier);
        }
        return classifier;
    }

    static Rollout.Builder rollout(String task, String champion) {
        return Rollout.newBuilder()
                .setTask(task)
                .setChampion(champion)
                .setStage(Stage.NONE)
                .setSequence(1)
                .setBy("test")
                .setReason("test")
                .setAt(Instant.EPOCH);
    }
}
