package io.postil.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.postil.privacy.Finder;
import io.postil.privacy.Masked;
import io.postil.privacy.Masker;
import io.postil.privacy.policy.FieldPolicy;
import io.postil.privacy.policy.Policy;
import io.postil.privacy.replace.Conversation;
import io.postil.privacy.replace.Conversations;
import io.postil.privacy.rules.Rules;
import java.util.UUID;

/** Masks one line of a file after another. */
final class MaskLine {
    private final Masker masker = new Masker(Rules.standard());
    private final Policy policy;
    private final Conversations conversations;
    private final Finder model;

    MaskLine(Policy policy, Conversations conversations, Finder model) {
        this.policy = policy;
        this.conversations = conversations;
        this.model = model;
    }

    /** A line that has what it must, of the kinds they must be of. */
    static ObjectNode checked(ObjectNode line) {
        JsonLines.text(line, "text");
        for (String field : new String[] {"text_pair", "speaker", "conversation"}) {
            JsonLines.textOr(line, field, "");
        }
        if (line.hasNonNull("attributes")) {
            if (!line.get("attributes").isObject()) {
                throw new UsageException("expected \"attributes\" with keys and texts");
            }
            line.get("attributes")
                    .fieldNames()
                    .forEachRemaining(key -> JsonLines.text((ObjectNode) line.get("attributes"), key));
        }
        return line;
    }

    /**
     * The line masked.
     *
     * @throws io.postil.privacy.MaskingException where that is not certain
     */
    ObjectNode mask(ObjectNode line) {
        boolean isNamed = line.hasNonNull("conversation");
        String id =
                isNamed ? line.get("conversation").asText() : UUID.randomUUID().toString();
        Conversation conversation = conversations.of(id);
        ObjectNode result = RecordJson.MAPPER.createObjectNode();
        addText(line, "text", "spans", conversation, result);
        if (line.hasNonNull("text_pair") && policy.textPair() instanceof FieldPolicy.Find) {
            addText(line, "text_pair", "spans_pair", conversation, result);
        }
        addFields(line, conversation, result);
        if (isNamed || !policy.keyed().isEmpty()) {
            result.put("conversation", id);
        }
        if (isNamed) {
            conversation.remember();
        }
        return result;
    }

    private void addText(ObjectNode line, String field, String spans, Conversation conversation, ObjectNode result) {
        String text = line.get(field).asText();
        Masked masked = masker.mask(text, model.find(text), conversation);
        result.put(field, masked.text());
        result.set(spans, MaskedJson.spans(masked));
    }

    private void addFields(ObjectNode line, Conversation conversation, ObjectNode result) {
        if (line.hasNonNull("speaker")) {
            conversation
                    .field(policy.speaker(), line.get("speaker").asText(), masker, model)
                    .ifPresent(speaker -> result.put("speaker", speaker));
        }
        if (line.hasNonNull("attributes")) {
            ObjectNode attributes = RecordJson.MAPPER.createObjectNode();
            line.get("attributes").properties().forEach(entry -> conversation
                    .field(policy.attribute(entry.getKey()), entry.getValue().asText(), masker, model)
                    .ifPresent(value -> attributes.put(entry.getKey(), value)));
            result.set("attributes", attributes);
        }
    }
}
