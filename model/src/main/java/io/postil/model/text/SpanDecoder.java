package io.postil.model.text;

import io.postil.model.Entity;
import io.postil.model.Field;
import java.util.List;

/** Turns the logits of tokens into spans. Threading: from several threads at once. */
@FunctionalInterface
public interface SpanDecoder {

    /**
     * Finds the spans of one field.
     *
     * @param text the field's text
     * @param logits a row for each token
     */
    List<Entity> decode(Field field, String text, Encoded tokens, Logits logits);
}
