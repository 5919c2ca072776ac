package io.postil.model.train;

import io.postil.model.Input;
import io.postil.model.Prediction;
import java.nio.file.Path;
import java.util.List;

/** A model being trained. Threading: one thread. */
public interface Learner extends AutoCloseable {

    /** One step of the optimiser on one batch, dropout on. Returns the batch's mean loss before the step. */
    double step(List<? extends TrainingItem> batch, double learningRate);

    /** Answers with the weights as they are now, dropout off. */
    List<Prediction> classify(List<Input> inputs);

    /** Keeps a copy of the trained weights in memory, in place of the last copy. */
    void keep();

    /** Puts the kept copy back. */
    void restore();

    /** Writes the weights as a Hugging Face folder: an adapter in PEFT's layout, or full weights. */
    void save(Path folder);

    /** Frees the native memory. */
    @Override
    void close();
}
