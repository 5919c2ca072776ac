package io.postil.trainer.intake;

import io.postil.schemas.Example;
import java.util.Objects;
import java.util.Optional;

/** What comes of a sound correction, held against the example that stands for the same utterance and task. */
sealed interface Settlement {

    /** It is the first. */
    record First(Example example) implements Settlement {}

    /** It says what stands already: the example counts once, whoever says it. */
    record Agrees(Example standing) implements Settlement {}

    /** Its annotator thought again: the new example takes the place of the old. */
    record Supersedes(Example example, Example standing) implements Settlement {}

    /** Another annotator says something else: the example stays, and this correction waits for a person. */
    record Disagrees(Example standing) implements Settlement {}

    static Settlement of(Example example, Optional<Example> standing) {
        if (standing.isEmpty()) {
            return new First(example);
        }
        var old = standing.get();
        if (Objects.equals(old.getLabel(), example.getLabel()) && Objects.equals(old.getSpans(), example.getSpans())) {
            return new Agrees(old);
        }
        return old.getAnnotator().equals(example.getAnnotator()) ? new Supersedes(example, old) : new Disagrees(old);
    }
}
