package io.postil.model.data;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.postil.model.Field;
import io.postil.model.Input;
import io.postil.model.train.TrainingItem;
import io.postil.model.train.TrainingItem.Gold;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads objects, one a line; blank lines are passed over. */
final class JsonlReader {
    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private final Source source;
    private final Columns columns;

    JsonlReader(Source source, Columns columns) {
        this.source = source;
        this.columns = columns;
    }

    List<Row> rows() {
        List<Row> rows = new ArrayList<>();
        for (Optional<String> line = source.next(); line.isPresent(); line = source.next()) {
            line.filter(json -> !json.isBlank()).map(this::parse).map(this::row).ifPresent(rows::add);
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
            throw problem(
                    e.getLocation() == null
                            ? "JSON that nests too deep, or has too long a number"
                            : "not JSON at column " + e.getLocation().getColumnNr());
        }
        throw problem("expected a JSON object");
    }

    private Row row(JsonNode node) {
        TrainingItem item = columns.labelled() && node.path("tokens").isArray() ? tagged(node) : item(node);
        return new Row(item, optional(node, columns.conversation()), optional(node, columns.language()));
    }

    private TrainingItem tagged(JsonNode node) {
        List<String> tokens = strings(node, "tokens");
        List<String> tags = strings(node, "tags");
        if (tokens.size() != tags.size() || !tags.stream().allMatch(Tagged::isTag)) {
            throw problem(
                    "expected \"tags\", one for each of the " + tokens.size() + " \"tokens\": O, B-TYPE or I-TYPE");
        }
        return Tagged.item(tokens, tags);
    }

    private TrainingItem item(JsonNode node) {
        Input input = new Input(required(node, columns.text()), optional(node, columns.textPair()));
        if (!columns.labelled()) {
            return new TrainingItem.Labelled(input, "");
        }
        if (node.path("spans").isArray()) {
            List<Gold> spans = new ArrayList<>();
            node.path("spans").forEach(span -> spans.add(gold(span)));
            Spans.check(input, spans).ifPresent(wrong -> {
                throw problem(wrong);
            });
            return new TrainingItem.Spanned(input, spans);
        }
        String label = field(node, columns.label())
                .filter(JsonNode::isTextual)
                .map(JsonNode::asText)
                .orElseThrow(() ->
                        problem("expected \"%s\" (a string) or \"spans\" (a list)".formatted(first(columns.label()))));
        if (label.isBlank()) {
            throw problem("the label is blank");
        }
        return new TrainingItem.Labelled(input, label);
    }

    private static String first(Columns.Column column) {
        return column.names().get(0);
    }

    private static Optional<JsonNode> field(JsonNode node, Columns.Column column) {
        return column.names().stream().filter(node::has).findFirst().map(node::path);
    }

    private String required(JsonNode node, Columns.Column column) {
        return optional(node, column).orElseThrow(() -> problem("expected \"" + first(column) + "\", a string"));
    }

    private Optional<String> optional(JsonNode node, Columns.Column column) {
        Optional<String> name = column.names().stream().filter(node::has).findFirst();
        if (name.isEmpty() && column.demanded()) {
            throw problem("expected \"" + first(column) + "\", a string");
        }
        return name.flatMap(found -> optional(node, found));
    }

    private List<String> strings(JsonNode node, String name) {
        List<String> strings = new ArrayList<>();
        node.path(name).forEach(value -> {
            if (!value.isTextual()) {
                throw problem("\"" + name + "\": expected a list of strings");
            }
            strings.add(value.asText());
        });
        return strings;
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
        return new DataException(source.name(), source.line(), problem);
    }
}
