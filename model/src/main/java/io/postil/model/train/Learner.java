package io.postil.model.train;

import io.postil.model.Input;
import io.postil.model.Prediction;
import io.postil.model.checkpoint.ParameterCount;
import java.nio.file.Path;
import java.util.List;

/** A model being trained. Threading: one thread. */
public interface Learner extends AutoCloseable {

    /** How many tokens of an input a step reads. */
    int tokens(Input input);

    /**
     * One step of the optimiser on one batch, dropout on.
     *
     * @return the mean loss before the step, each label as heavy as its weight; NaN where it left the range of numbers
     */
    double step(List<? extends TrainingItem> batch, double learningRate);

    /** Answers with the weights as they are now, dropout off. */
    List<Prediction> classify(List<Input> inputs);

    /** What is trained of all. */
    ParameterCount parameters();

    /** Keeps a copy of the trained weights in memory, in place of the last copy. */
    void keep();

    /** Puts the kept copy back. */
    void restore();

    /** Writes the weights as a Hugging Face folder: an adapter in PEFT's layout, or full weights. */
    void save(Path folder);

    /**
     * Writes all that later steps depend on: weights, the optimiser's moments, the number of steps, the kept copy.
     *
     * @param file a safetensors file, which is replaced
     */
    void saveState(Path file);

    /**
     * Goes on where {@link #saveState} was called, in a learner that was begun with the same model and options: each step from here on
     * gives the same weights as it would have there.
     *
     * @throws io.postil.model.CheckpointException if the file is not the state of such a learner
     */
    void loadState(Path file);

    /** Frees the native memory. */
    @Override
    void close();
}
