package io.postil.model;

import java.util.List;

/**
 * A loaded model. Threading: {@link #classify} may be called from several threads at once. Texts longer than the model's
 * window are read in overlapping windows, never cut.
 */
public interface Classifier extends AutoCloseable {

    ModelInfo info();

    /**
     * Answers for each input, in order. The caller bounds the batch; it is answered with one native call where all
     * inputs fit the model's window.
     *
     * @throws ClassifierException if the native library fails; its message never holds text of an input
     */
    List<Prediction> classify(List<Input> inputs);

    /** The number of tokens that the input costs, special tokens included; what batches are planned by. */
    int tokens(Input input);

    /** Frees the native memory. Calls under way must have ended. */
    @Override
    void close();
}
