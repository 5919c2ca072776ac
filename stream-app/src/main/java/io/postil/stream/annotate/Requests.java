package io.postil.stream.annotate;

import io.postil.schemas.Forget;
import io.postil.schemas.UndecodableException;
import java.util.Optional;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads requests to forget a conversation. Threading: as its deserialiser. */
final class Requests {
    private static final Logger LOG = LoggerFactory.getLogger(Requests.class);

    private final Deserializer<Forget> deserializer;

    Requests(Deserializer<Forget> deserializer) {
        this.deserializer = deserializer;
    }

    /**
     * The name of the conversation to forget; nothing where the value is no request.
     *
     * @throws io.postil.schemas.RegistryUnavailableException if the value's schema could not be fetched
     */
    Optional<String> name(RecordMetadata at, byte[] value) {
        if (value == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(deserializer.deserialize(at.topic(), value).getConversation());
        } catch (UndecodableException e) {
            LOG.atWarn()
                    .addKeyValue("topic", at.topic())
                    .addKeyValue("partition", at.partition())
                    .addKeyValue("offset", at.offset())
                    .addKeyValue("reason", e.reason())
                    .log("Passed over a request that nobody can read");
            return Optional.empty();
        }
    }
}
