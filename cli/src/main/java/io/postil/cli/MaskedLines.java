package io.postil.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.postil.privacy.replace.Conversations;
import io.postil.privacy.replace.Unmasker;
import io.postil.privacy.replace.UnmaskingException;

/** Turns lines back that {@link MaskLine} made. */
final class MaskedLines {
    private final Conversations conversations;
    private boolean failed;

    MaskedLines(Conversations conversations) {
        this.conversations = conversations;
    }

    static ObjectNode checked(ObjectNode line) {
        if (!line.has("error")) {
            JsonLines.text(line, "text");
            MaskedJson.places(line, "spans", line.get("text").asText());
        }
        return line;
    }

    /** The line as it was, or {@code {"error": reason}}. */
    ObjectNode open(ObjectNode line) {
        ObjectNode result = RecordJson.MAPPER.createObjectNode();
        try {
            if (line.has("error")) {
                throw new UsageException("the line was not masked");
            }
            Unmasker unmasker = conversations.unmasker(line.path("conversation").asText());
            result.put("text", unmask(unmasker, line, "text", "spans"));
            if (line.hasNonNull("text_pair")) {
                result.put("text_pair", unmask(unmasker, line, "text_pair", "spans_pair"));
            }
            return result;
        } catch (UnmaskingException | UsageException e) {
            failed = true;
            return RecordJson.MAPPER.createObjectNode().put("error", e.getMessage());
        }
    }

    boolean failed() {
        return failed;
    }

    private static String unmask(Unmasker unmasker, ObjectNode line, String field, String spans) {
        String masked = line.get(field).asText();
        return unmasker.unmask(masked, MaskedJson.places(line, spans, masked));
    }
}
