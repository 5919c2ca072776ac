package io.postil.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.postil.privacy.Finding;
import io.postil.privacy.Masked;
import io.postil.privacy.replace.Unmasker.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Masked spans as JSON, and back. */
final class MaskedJson {
    private MaskedJson() {}

    static ArrayNode spans(Masked masked) {
        ArrayNode spans = RecordJson.MAPPER.createArrayNode();
        for (Masked.Span span : masked.spans()) {
            Finding finding = span.finding();
            ObjectNode node = spans.addObject()
                    .put("type", finding.type())
                    .put("start", finding.start())
                    .put("end", finding.end())
                    .put("score", finding.score())
                    .put("source", finding.source().name().toLowerCase(Locale.ROOT))
                    .put("replacement", span.replacement())
                    .put("by", finding.by());
            if (!finding.why().isEmpty()) {
                node.put("why", finding.why());
            }
        }
        return spans;
    }

    /** Where the masks of a line stand, worked out from what each span was and what stands there now. */
    static List<Place> places(ObjectNode line, String field, String masked) {
        List<Place> places = new ArrayList<>();
        int shift = 0;
        for (JsonNode span : line.path(field)) {
            String replacement = span.path("replacement").asText();
            int start = span.path("start").asInt(-1) + shift;
            int end = start + replacement.length();
            if (start < 0 || end > masked.length() || !masked.startsWith(replacement, start)) {
                throw new UsageException("\"" + field + "\" does not belong to this text");
            }
            places.add(new Place(span.path("type").asText(), start, end));
            shift += replacement.length()
                    - (span.path("end").asInt() - span.path("start").asInt());
        }
        return places;
    }
}
