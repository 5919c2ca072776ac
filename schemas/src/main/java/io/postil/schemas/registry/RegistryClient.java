package io.postil.schemas.registry;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.postil.schemas.registry.Transport.Call;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.Schema;

/**
 * A schema registry, asked over Confluent's HTTP API. Threading: may be used by several threads at once. Nothing is cached.
 */
public final class RegistryClient {

    private final Transport transport;
    private final ObjectMapper json = new ObjectMapper();

    public RegistryClient(RegistrySettings settings) {
        this.transport = new Transport(settings);
    }

    /** Registers a schema under a subject, if it is not there; gives its id. Refused with 409 where it is incompatible. */
    public Answer<Integer> register(String subject, Schema schema) {
        return transport
                .send(new Call("POST", body(schema), List.of("subjects", subject, "versions")))
                .then(RegistryClient::id);
    }

    /** The id of a schema under a subject. Refused with 404 where the registry does not have it. */
    public Answer<Integer> lookUp(String subject, Schema schema) {
        return transport
                .send(new Call("POST", body(schema), List.of("subjects", subject)))
                .then(RegistryClient::id);
    }

    /** The schema of an id, with what it refers to. Refused with 404 where there is none. */
    public Answer<Schema> schema(int id) {
        return transport
                .send(new Call("GET", "", List.of("schemas", "ids", Integer.toString(id))))
                .then(this::parse);
    }

    /** Whether a schema could become the next version of a subject. Refused with 404 where the subject has no version. */
    public Answer<Boolean> compatible(String subject, Schema schema) {
        return transport
                .send(new Call(
                        "POST", body(schema), List.of("compatibility", "subjects", subject, "versions", "latest")))
                .map(answer -> answer.path("is_compatible").asBoolean());
    }

    /** Sets the compatibility that the registry asks of a subject's next versions, such as {@code BACKWARD_TRANSITIVE}. */
    public Answer<String> require(String subject, String compatibility) {
        String body =
                json.createObjectNode().put("compatibility", compatibility).toString();
        return transport
                .send(new Call("PUT", body, List.of("config", subject)))
                .map(answer -> answer.path("compatibility").asText(compatibility));
    }

    private String body(Schema schema) {
        ObjectNode body = json.createObjectNode();
        body.put("schema", PlainSchema.text(schema));
        return body.toString();
    }

    private static Answer<Integer> id(JsonNode answer) {
        return answer.path("id").canConvertToInt()
                ? new Answer.Given<>(answer.get("id").asInt())
                : new Answer.Away<>("the registry answers without an id");
    }

    private Answer<Schema> parse(JsonNode answer) {
        String type = answer.path("schemaType").asText("AVRO");
        if (!type.equals("AVRO")) {
            return new Answer.Refused<>(200, 200, "the schema's type is " + type + ", not AVRO");
        }
        return texts(answer).then(WriterSchema::parse);
    }

    /** The texts of what the schema refers to, each after those that it refers to itself, and last its own. */
    private Answer<List<String>> texts(JsonNode answer) {
        Answer<List<String>> texts = new Answer.Given<>(List.of());
        for (JsonNode reference : answer.path("references")) {
            texts = texts.then(before -> referred(reference).map(more -> joined(before, more)));
        }
        return texts.map(before -> joined(before, List.of(answer.path("schema").asText())));
    }

    private Answer<List<String>> referred(JsonNode reference) {
        String subject = reference.path("subject").asText();
        String version = reference.path("version").asText();
        return transport
                .send(new Call("GET", "", List.of("subjects", subject, "versions", version)))
                .then(this::texts);
    }

    private static List<String> joined(List<String> before, List<String> more) {
        var texts = new ArrayList<>(before);
        more.stream().filter(text -> !texts.contains(text)).forEach(texts::add);
        return texts;
    }
}
