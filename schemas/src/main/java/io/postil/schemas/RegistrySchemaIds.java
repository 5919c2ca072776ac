package io.postil.schemas;

import io.postil.schemas.UndecodableException.Reason;
import io.postil.schemas.registry.Answer;
import io.postil.schemas.registry.RegistryClient;
import io.postil.schemas.registry.RegistrySettings;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.avro.Schema;

/**
 * Asks a registry, once for each schema and each id. Ids that are unknown are remembered for a short time only, since a
 * producer may have just registered one.
 */
final class RegistrySchemaIds implements SchemaIds {

    private record Written(String subject, Schema schema) {}

    private final RegistryClient registry;
    private final boolean register;
    private final Map<Written, Integer> ids = new ConcurrentHashMap<>();
    private final Map<Integer, Schema> schemas = new ConcurrentHashMap<>();
    private final UnknownIds unknown;

    RegistrySchemaIds(RegistrySettings settings) {
        this(new RegistryClient(settings), settings.autoRegister(), settings.unknownFor());
    }

    private RegistrySchemaIds(RegistryClient registry, boolean register, Duration unknownFor) {
        this.registry = registry;
        this.register = register;
        this.unknown = new UnknownIds(unknownFor, System::nanoTime);
    }

    @Override
    public int idOf(String topic, Schema schema) {
        var written = new Written(topic + "-value", schema);
        Integer known = ids.get(written);
        if (known != null) {
            return known;
        }
        int id = ask(topic, written);
        ids.put(written, id);
        return id;
    }

    @Override
    public Schema schemaOf(String topic, int id) {
        Schema known = schemas.get(id);
        if (known != null) {
            return known;
        }
        if (id < 0 || unknown.contains(id)) {
            throw unknown(topic, id, "asked a moment ago");
        }
        Schema schema = ask(topic, id);
        schemas.put(id, schema);
        return schema;
    }

    private int ask(String topic, Written written) {
        String subject = written.subject();
        Answer<Integer> answer =
                register ? registry.register(subject, written.schema()) : registry.lookUp(subject, written.schema());
        if (answer instanceof Answer.Given<Integer> given) {
            return given.value();
        }
        String where = "topic " + topic + ", subject " + subject + ", schema "
                + written.schema().getFullName();
        if (answer instanceof Answer.Refused<Integer> refused && !refused.forbidden()) {
            throw new SchemaRefusedException("the registry refuses to " + (register ? "register" : "look up")
                    + " a schema (" + where + "): " + refused);
        }
        throw new RegistryUnavailableException("the id of a schema cannot be asked for (" + where + "): " + answer);
    }

    private Schema ask(String topic, int id) {
        Answer<Schema> answer = registry.schema(id);
        if (answer instanceof Answer.Given<Schema> given) {
            return given.value();
        }
        if (answer instanceof Answer.Refused<Schema> refused && refused.status() == 404) {
            unknown.add(id);
            throw unknown(topic, id, refused.toString());
        }
        if (answer instanceof Answer.Refused<Schema> refused && refused.status() == 200) {
            throw new UndecodableException(
                    Reason.WRONG_SCHEMA, "topic " + topic + ", schema id " + id + ": " + refused.message());
        }
        throw new RegistryUnavailableException(
                "a schema cannot be asked for (topic " + topic + ", schema id " + id + "): " + answer);
    }

    private static UndecodableException unknown(String topic, int id, String detail) {
        return new UndecodableException(
                Reason.UNKNOWN_SCHEMA,
                "the registry has no schema for a record (topic " + topic + ", schema id " + id + "): " + detail);
    }
}
