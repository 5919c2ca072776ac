package io.postil.stream.annotate;

import io.postil.schemas.Annotation;
import io.postil.schemas.Original;
import io.postil.schemas.Utterance;
import java.util.Optional;

/** What becomes of a record: exactly one of these. */
sealed interface Outcome {

    /** The annotation, and its other side for the trainer. */
    record Annotated(Utterance utterance, Annotation annotation, Original original) implements Outcome {}

    /**
     * No annotation.
     *
     * @param detail for a person; never holds text of the record
     * @param utterance what the record turned out to be, if it could be read
     */
    record Dead(Reason reason, String detail, Optional<Utterance> utterance) implements Outcome {}
}
