package io.postil.stream.serving;

import io.postil.model.ClassifierFactory;
import io.postil.model.Input;
import io.postil.model.batch.BatchLimits;
import io.postil.model.store.CheckpointStore;
import io.postil.stream.metrics.StreamMetrics;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** The models of all tasks; a {@link RolloutFollower} says which versions. Owns them. */
public final class ServedModels implements Models, AutoCloseable {
    private final Map<String, TaskModels> models = new LinkedHashMap<>();

    /**
     * Nothing is loaded yet.
     *
     * @param limits of each version that answers
     */
    public ServedModels(
            List<String> tasks,
            CheckpointStore store,
            ClassifierFactory factory,
            BatchLimits limits,
            StreamMetrics metrics) {
        var loader = new ModelLoader(store, factory, metrics);
        tasks.forEach(task -> models.put(task, new TaskModels(task, loader, limits, metrics)));
    }

    @Override
    public CompletableFuture<Answers> ask(String task, Draw draw, List<Input> inputs) {
        return models.get(task).ask(draw, inputs);
    }

    Map<String, TaskModels> byTask() {
        return models;
    }

    /** The caller sees to it that nobody asks any more, and that no follower loads. */
    @Override
    public void close() {
        models.values().forEach(TaskModels::close);
    }
}
