package io.postil.schemas.registry;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.UncheckedIOException;
import org.apache.avro.Schema;

/**
 * A schema's text without what only Java's generator has put there ({@code avro.java.string}), so that a client in another
 * language that registers the committed file gets the same id.
 */
public final class PlainSchema {

    private static final String GENERATED = "avro.java.string";

    private PlainSchema() {}

    public static String text(Schema schema) {
        try {
            JsonNode tree = new ObjectMapper().readTree(schema.toString());
            return plain(tree).toString();
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("a schema that Avro has printed is not JSON", e);
        }
    }

    /** {@code {"type": "string", "avro.java.string": …}} becomes {@code "string"}. */
    private static JsonNode plain(JsonNode node) {
        if (node instanceof ObjectNode object) {
            boolean generated = object.remove(GENERATED) != null;
            if (generated && object.size() == 1 && object.path("type").isTextual()) {
                return object.get("type");
            }
            object.properties().forEach(property -> property.setValue(plain(property.getValue())));
            return object;
        }
        if (node.isArray()) {
            var array = new ObjectMapper().createArrayNode();
            node.forEach(item -> array.add(plain(item)));
            return array;
        }
        return node;
    }
}
