package io.postil.schemas;

import io.postil.schemas.registry.Answer;
import io.postil.schemas.registry.RegistryClient;
import io.postil.schemas.registry.RegistrySettings;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;

/**
 * Registers the schema of each topic of a catalogue under its subject, so that any client can read a topic before its first
 * record, and asks the registry to keep each subject BACKWARD_TRANSITIVE.
 */
public final class SubjectRegistrar {

    static final String COMPATIBILITY = "BACKWARD_TRANSITIVE";

    private final RegistryClient registry;

    /** @param config keys of {@link RegistrySettings} */
    public SubjectRegistrar(Map<String, ?> config) {
        this.registry = new RegistryClient(RegistrySettings.of(AvroSerdes.texts(config)));
    }

    /**
     * What became of one subject.
     *
     * @param id of the schema
     * @param looser why the registry did not take the compatibility level, in its words; empty where it did
     */
    public record Registered(String subject, int id, Optional<String> looser) {}

    /**
     * Registers all subjects. May be called again at any time, and by several programs at once. A registry that refuses to
     * set the compatibility of a subject is tolerated; the outcome says so.
     *
     * @throws SchemaRefusedException if a schema is incompatible with the versions before it
     * @throws RegistryUnavailableException if no registry answers, or it lets nobody in
     */
    public List<Registered> register(Topics topics) {
        return topics.all().stream().map(this::register).toList();
    }

    private Registered register(Topic<?> topic) {
        Schema schema = SpecificData.getForClass(topic.type()).getSchema(topic.type());
        Answer<Integer> id = registry.register(topic.subject(), schema);
        if (id instanceof Answer.Given<Integer> given) {
            return new Registered(topic.subject(), given.value(), constrain(topic));
        }
        String where = "(topic " + topic.name() + ", subject " + topic.subject() + ")";
        if (id instanceof Answer.Refused<Integer> refused && !refused.forbidden()) {
            throw new SchemaRefusedException("the registry refuses to register a schema " + where + ": " + refused);
        }
        throw new RegistryUnavailableException("a schema cannot be registered " + where + ": " + id);
    }

    private Optional<String> constrain(Topic<?> topic) {
        Answer<String> level = registry.require(topic.subject(), COMPATIBILITY);
        if (level instanceof Answer.Away<String> away) {
            throw new RegistryUnavailableException(
                    "the compatibility of subject " + topic.subject() + " cannot be set: " + away.detail());
        }
        return level instanceof Answer.Refused<String> refused ? Optional.of(refused.toString()) : Optional.empty();
    }
}
