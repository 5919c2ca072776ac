package io.postil.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.postil.privacy.policy.FieldPolicy;
import io.postil.privacy.policy.Operator;
import io.postil.privacy.policy.Policy;
import io.postil.privacy.replace.Conversations;
import io.postil.privacy.replace.Unmasker;
import io.postil.privacy.replace.Unmasker.Place;
import io.postil.privacy.replace.UnmaskingException;
import io.postil.privacy.seal.Unsealer;
import io.postil.schemas.Annotation;
import io.postil.schemas.Entity;
import io.postil.schemas.Field;
import java.util.List;

/** Turns an annotation's replacements back, where the policy that it was masked with has operators for it. */
final class OpenedAnnotation {
    private final Policy policy;
    private final Unsealer unsealer;

    OpenedAnnotation(Policy policy, Unsealer unsealer) {
        this.policy = policy;
        this.unsealer = unsealer;
    }

    /**
     * Text, pair, speaker and attributes; what no operator turns back stays masked, and is counted.
     *
     * @throws UnmaskingException when something that should come back does not
     * @throws io.postil.privacy.seal.SealException when the conversation's key is not there
     */
    ObjectNode of(Annotation annotation) {
        if (annotation.getConversationKey() == null) {
            throw new UnmaskingException("masked without a conversation's key, so that nothing comes back");
        }
        Unmasker unmasker = Conversations.unmasker(policy, unsealer.key(annotation.getConversationKey()));
        ObjectNode opened = RecordJson.MAPPER.createObjectNode();
        opened.put("text", unmasker.unmask(annotation.getText(), places(annotation, Field.TEXT)));
        if (annotation.getTextPair() != null) {
            opened.put("textPair", unmasker.unmask(annotation.getTextPair(), places(annotation, Field.TEXT_PAIR)));
        }
        if (annotation.getSpeaker() != null) {
            opened.put("speaker", field(unmasker, policy.speaker(), annotation.getSpeaker()));
        }
        ObjectNode attributes = opened.putObject("attributes");
        annotation
                .getAttributes()
                .forEach((key, value) -> attributes.put(key, field(unmasker, policy.attribute(key), value)));
        return opened.put(
                "stillMasked",
                annotation.getEntities().stream()
                        .filter(entity -> !comesBack(entity))
                        .count());
    }

    private List<Place> places(Annotation annotation, Field field) {
        return annotation.getEntities().stream()
                .filter(entity -> entity.getField() == field && comesBack(entity))
                .map(entity -> new Place(entity.getType(), entity.getMaskedStart(), entity.getMaskedEnd()))
                .toList();
    }

    private boolean comesBack(Entity entity) {
        Operator operator = policy.of(entity.getType())
                .orElseThrow(() -> new UnmaskingException("the policy has no entry for " + entity.getType()))
                .operator();
        if (!operator.name().equals(entity.getOperator())) {
            throw new UnmaskingException("a " + entity.getType() + " was masked with " + entity.getOperator()
                    + ", and the policy says " + operator.name());
        }
        return operator.isReversible();
    }

    private static String field(Unmasker unmasker, FieldPolicy policy, String value) {
        boolean comesBack =
                policy instanceof FieldPolicy.Whole whole && whole.operator().isReversible();
        return comesBack ? unmasker.field(policy, value) : value;
    }
}
