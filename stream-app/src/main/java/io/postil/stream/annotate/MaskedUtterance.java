package io.postil.stream.annotate;

import io.postil.privacy.Finder;
import io.postil.privacy.Finding;
import io.postil.privacy.Masked;
import io.postil.privacy.policy.FieldPolicy;
import io.postil.privacy.replace.Conversation;
import io.postil.schemas.Entity;
import io.postil.schemas.Field;
import io.postil.schemas.Source;
import io.postil.schemas.Utterance;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * An utterance without what was found in it.
 *
 * @param attributes those that the policy names
 * @param entities of the text, then of the pair
 */
record MaskedUtterance(
        String text,
        Optional<String> pair,
        Optional<String> speaker,
        Map<String, String> attributes,
        List<Entity> entities) {

    /**
     * Masks as the policy says what the model and the rules find.
     *
     * @throws io.postil.privacy.MaskingException if something could not be masked for certain
     */
    static MaskedUtterance of(Utterance utterance, Finder model, Privacy privacy) {
        Conversation conversation = privacy.treatment(utterance);
        Masked text = mask(utterance.getText(), model, privacy, conversation);
        Optional<Masked> pair = Optional.ofNullable(utterance.getTextPair())
                .filter(value -> !(privacy.policy().textPair() instanceof FieldPolicy.Drop))
                .map(value -> mask(value, model, privacy, conversation));
        Optional<String> speaker = Optional.ofNullable(utterance.getSpeaker())
                .flatMap(value -> conversation.field(privacy.policy().speaker(), value, privacy.masker(), model));
        Map<String, String> attributes = new TreeMap<>();
        new TreeMap<>(utterance.getAttributes()).forEach((key, value) -> conversation
                .field(privacy.policy().attribute(key), value, privacy.masker(), model)
                .ifPresent(masked -> attributes.put(key, masked)));
        List<Entity> entities = new ArrayList<>(entities(text, Field.TEXT));
        pair.ifPresent(masked -> entities.addAll(entities(masked, Field.TEXT_PAIR)));
        privacy.remember(utterance, conversation);
        return new MaskedUtterance(
                text.text(), pair.map(Masked::text), speaker, Map.copyOf(attributes), List.copyOf(entities));
    }

    private static Masked mask(String text, Finder model, Privacy privacy, Conversation conversation) {
        return privacy.masker().mask(text, model.find(text), conversation);
    }

    private static List<Entity> entities(Masked masked, Field field) {
        return masked.spans().stream().map(span -> entity(span, field)).toList();
    }

    private static Entity entity(Masked.Span span, Field field) {
        Finding finding = span.finding();
        return Entity.newBuilder()
                .setField(field)
                .setType(finding.type())
                .setStart(finding.start())
                .setEnd(finding.end())
                .setMaskedStart(span.maskedStart())
                .setMaskedEnd(span.maskedEnd())
                .setScore(finding.score())
                .setSource(Source.valueOf(finding.source().name()))
                .setReplacement(span.replacement())
                .setBy(finding.by())
                .setWhy(finding.why())
                .setOperator(span.operator())
                .build();
    }
}
