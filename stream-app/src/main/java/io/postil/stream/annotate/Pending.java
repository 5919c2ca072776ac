package io.postil.stream.annotate;

import io.postil.model.Input;
import io.postil.schemas.Utterance;
import io.postil.stream.annotate.Outcome.Dead;
import io.postil.stream.serving.Answers;
import io.postil.stream.serving.Draw;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** A record whose outcome is on its way. */
sealed interface Pending {

    /** Nothing to wait for. */
    record Settled(Dead outcome) implements Pending {}

    /**
     * The models have been asked.
     *
     * @param questions by task
     */
    record Asked(Utterance utterance, Draw draw, Map<String, Question> questions) implements Pending {}

    /** What a task's model was asked, and its answer to come. */
    record Question(List<Input> inputs, CompletableFuture<Answers> answers) {}
}
