package io.postil.model.data;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.postil.model.Field;
import io.postil.model.Input;
import io.postil.model.train.TrainingItem;
import io.postil.model.train.TrainingItem.Gold;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads objects, one a line; blank lines are passed over. */
final class JsonlReader {
    private static final ObjectMapper MAPPER =
            new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private final Source source;
    private long line;

    JsonlReader(Source source) {
        this.source = source;
    }

    List<Row> rows() {
        List<Row> rows = new ArrayList<>();
        for (String json : source.lines()) {
            line++;
            if (!json.isBlank()) {
                rows.add(row(parse(json)));
            }
        }
        return rows;
    }

    private JsonNode parse(String json) {
        try {
            JsonNode node = MAPPER.readTree(json);
            if (node.isObject()) {
                return node;
            }
        } catch (JsonProcessingException e) {
            throw problem("not JSON at column " + e.getLocation().getColumnNr());
        }
        throw problem("expected a JSON object");
    }

    private Row row(JsonNode node) {
        Input input = new Input(string(node, "text"), optional(node, "text_pair"));
        return new Row(item(input, node), optional(node, "conversation"), optional(node, "language"));
    }

    private TrainingItem item(Input input, JsonNode node) {
        if (node.path("spans").isArray()) {
            List<Gold> spans = new ArrayList<>();
            node.path("spans").forEach(span -> spans.add(gold(span)));
            Spans.check(input, spans).ifPresent(wrong -> {
                throw problem(wrong);
            });
            return new TrainingItem.Spanned(input, spans);
        }
        if (!node.path("label").isTextual()) {
            throw problem("expected \"label\" (a string) or \"spans\" (a list)");
        }
        return new TrainingItem.Labelled(input, node.path("label").asText());
    }

    private Gold gold(JsonNode span) {
        String type = string(span, "type");
        return new Gold(field(span), type, integer(span, "start"), integer(span, "end"));
    }

    private Field field(JsonNode span) {
        return switch (span.path("field").asText("text")) {
            case "text" -> Field.TEXT;
            case "text_pair" -> Field.TEXT_PAIR;
            default -> throw problem("\"field\" of a span: expected \"text\" or \"text_pair\"");
        };
    }

    private String string(JsonNode node, String name) {
        return optional(node, name).orElseThrow(() -> problem("expected \"" + name + "\", a string"));
    }

    private Optional<String> optional(JsonNode node, String name) {
        JsonNode value = node.path(name);
        if (value.isTextual()) {
            return Optional.of(value.asText());
        }
        if (value.isMissingNode() || value.isNull()) {
            return Optional.empty();
        }
        throw problem("\"" + name + "\": expected a string");
    }

    private int integer(JsonNode node, String name) {
        if (!node.path(name).canConvertToInt() || !node.path(name).isIntegralNumber()) {
            throw problem("expected \"" + name + "\" of a span, a whole number");
        }
        return node.path(name).asInt();
    }

    private DataException problem(String problem) {
        return new DataException(source.name(), line, problem);
    }
}
