package io.postil.stream.serving;

import io.postil.model.Input;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** The models that answer now. Threading: asked from every thread of the stream. */
public interface Models {

    /**
     * Asks the model of a task. Inputs asked together are answered by the same version, champion or challenger, whichever the
     * draw says.
     *
     * @return fails with {@link io.postil.model.ClassifierException} where the model does
     */
    CompletableFuture<Answers> ask(String task, Draw draw, List<Input> inputs);
}
