package io.postil.stream.annotate;

import io.postil.schemas.Annotation;
import io.postil.schemas.Original;

/** What becomes of a record: exactly one of these. */
sealed interface Outcome {

    /** The annotation, and its other side for the trainer. */
    record Annotated(Annotation annotation, Original original) implements Outcome {}

    /**
     * No annotation.
     *
     * @param detail for a person; never holds text of the record
     */
    record Dead(Reason reason, String detail) implements Outcome {}
}
