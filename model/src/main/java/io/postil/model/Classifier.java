package io.postil.model;

import java.util.List;

/**
 * A loaded model. Threading: all but {@link #close} may be called from several threads at once. Texts longer than the model's
 * window are read in overlapping windows, never cut.
 */
public interface Classifier extends AutoCloseable {

    ModelInfo info();

    /**
     * Makes an input ready, on the caller's thread.
     *
     * @throws ClassifierException if the native library fails; its message never holds text of an input
     */
    Prepared prepare(Input input);

    /**
     * Answers for each input, in order. The caller bounds the batch. What another classifier has prepared is prepared again.
     *
     * @throws ClassifierException if the native library fails; its message never holds text of an input
     */
    List<Prediction> answer(List<? extends Prepared> inputs);

    /** Prepares and answers. */
    default List<Prediction> classify(List<Input> inputs) {
        return answer(inputs.stream().map(this::prepare).toList());
    }

    /** The share of padding, which answers nobody, among the tokens that were computed so far; 0 to 1. */
    default double padding() {
        return 0;
    }

    /** Frees the native memory. Calls under way must have ended. */
    @Override
    void close();
}
