package io.postil.trainer.intake;

import io.postil.schemas.CorrectedSpan;
import io.postil.schemas.Field;
import io.postil.schemas.Original;
import io.postil.schemas.Utterance;
import java.util.List;
import java.util.Optional;

/**
 * The utterance that a correction is about.
 *
 * @param sealed the utterance as an example keeps it
 * @param key what it is sealed with, where that is new
 * @param original what the stream made of it, where that is known
 */
@SuppressWarnings("ArrayRecordComponent") // handed on, never compared
record Subject(Utterance utterance, byte[] sealed, Optional<FreshKey> key, Optional<Original> original)
        implements SpanRules.Texts {

    @Override
    public Optional<String> of(Field field) {
        return Optional.ofNullable(field == Field.TEXT ? utterance.getText() : utterance.getTextPair());
    }

    /** What the split is decided by. */
    String conversation() {
        return utterance.getConversationId() == null ? utterance.getId() : utterance.getConversationId();
    }

    int length() {
        return utterance.getText().length()
                + of(Field.TEXT_PAIR).map(String::length).orElse(0);
    }

    Optional<String> predicted(String task) {
        return original.map(found -> found.getLabels().get(task));
    }

    Optional<String> version(String task) {
        return original.map(found -> found.getVersions().get(task));
    }

    /** Spans of the masked text, in the text as sent; those of a text that the utterance lacks stay as they are. */
    List<CorrectedSpan> unmasked(List<CorrectedSpan> spans) {
        var entities = original.orElseThrow().getEntities();
        return spans.stream()
                .map(span -> of(span.getField())
                        .map(text ->
                                SpanMapping.of(entities, span.getField(), text).toOriginal(span))
                        .orElse(span))
                .toList();
    }
}
