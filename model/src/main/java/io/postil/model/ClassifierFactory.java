package io.postil.model;

import java.nio.file.Path;

/** Opens checkpoint folders as classifiers. */
public interface ClassifierFactory {

    /**
     * Loads and warms the model of a checkpoint folder: full weights, or an adapter whose base is found.
     *
     * @param name what the caller knows the checkpoint as; task, version and digest of the answers' {@link ModelInfo}
     * @throws CheckpointException if the folder cannot be opened, naming file and reason
     */
    Classifier open(Path folder, ModelName name);

    /** What a checkpoint is called by its owner. */
    record ModelName(String task, String version, String digest) {}
}
