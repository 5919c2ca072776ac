package io.postil.stream.annotate;

import io.postil.model.Field;
import io.postil.model.Prediction.Tagged;
import io.postil.privacy.Finding;
import io.postil.privacy.Masked;
import io.postil.schemas.Entity;
import io.postil.schemas.Source;
import io.postil.schemas.Utterance;
import io.postil.stream.serving.Answers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The texts of an utterance without what was found in them.
 *
 * @param entities of the text, then of the pair
 */
record MaskedUtterance(String text, Optional<String> pair, List<Entity> entities) {

    /**
     * Masks what the entity model and the rules find. Without the task {@code entities} the rules are alone.
     *
     * @param answers by task
     * @throws io.postil.privacy.MaskingException if a text could not be masked for certain
     */
    static MaskedUtterance of(Utterance utterance, Map<String, Answers> answers, Masking masking) {
        Optional<Answers> found = Optional.ofNullable(answers.get(Questions.ENTITIES));
        Masked text = masking.mask(utterance.getText(), findings(found, 0));
        Optional<Masked> pair =
                Optional.ofNullable(utterance.getTextPair()).map(value -> masking.mask(value, findings(found, 1)));
        List<Entity> entities = new ArrayList<>(entities(text, Field.TEXT));
        pair.ifPresent(masked -> entities.addAll(entities(masked, Field.TEXT_PAIR)));
        return new MaskedUtterance(text.text(), pair.map(Masked::text), List.copyOf(entities));
    }

    /** The text is the first input of the task, the pair the second, where it was asked for at all. */
    private static List<Finding> findings(Optional<Answers> answers, int input) {
        if (answers.isEmpty() || answers.get().predictions().size() <= input) {
            return List.of();
        }
        String version = answers.get().model().version();
        Tagged tagged = (Tagged) answers.get().predictions().get(input);
        return tagged.entities().stream()
                .map(e -> new Finding(e.type(), e.start(), e.end(), e.score(), Finding.Source.MODEL, version))
                .toList();
    }

    private static List<Entity> entities(Masked masked, Field field) {
        return masked.spans().stream().map(span -> entity(span, field)).toList();
    }

    private static Entity entity(Masked.Span span, Field field) {
        Finding finding = span.finding();
        return Entity.newBuilder()
                .setField(io.postil.schemas.Field.valueOf(field.name()))
                .setType(finding.type())
                .setStart(finding.start())
                .setEnd(finding.end())
                .setMaskedStart(span.maskedStart())
                .setMaskedEnd(span.maskedEnd())
                .setScore(finding.score())
                .setSource(Source.valueOf(finding.source().name()))
                .setReplacement(span.replacement())
                .build();
    }
}
