package io.postil.cli;

import io.postil.schemas.Topic;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * The keys of one conversation in the topic of keys.
 *
 * @param live their ids
 * @param seen those, and ids of deleted keys that have not left the topic yet
 */
record KnownKeys(Set<String> live, Set<String> seen) {

    KnownKeys {
        live = Set.copyOf(live);
        seen = Set.copyOf(seen);
    }

    /** @param name of the conversation, as keys are kept under */
    static KnownKeys of(Connection connection, String name) {
        Set<String> live = new HashSet<>();
        Set<String> seen = new HashSet<>();
        TopicScan.each(connection, connection.topics().conversationKeys(), (id, kept) -> {
            live.remove(id);
            if (kept != null && kept.getConversation().equals(name)) {
                live.add(id);
                seen.add(id);
            }
        });
        return new KnownKeys(live, seen);
    }

    /**
     * Deletes what was known before and still is: keys of examples that corrections brought with them, and those of a stream that has
     * begun anew under another name. No task has them in its store.
     */
    KnownKeys without(Connection connection, KnownKeys before) {
        Set<String> left = new TreeSet<>(before.live());
        left.retainAll(live);
        delete(connection, left);
        Set<String> rest = new HashSet<>(live);
        rest.removeAll(left);
        return new KnownKeys(rest, seen);
    }

    /** What was there before, or came meanwhile, and is no more. */
    Set<String> deletedSince(KnownKeys before) {
        Set<String> deleted = new HashSet<>(seen);
        deleted.removeAll(before.seen());
        deleted.addAll(before.live());
        deleted.removeAll(live);
        return deleted;
    }

    private static void delete(Connection connection, Set<String> ids) {
        Topic<?> topic = connection.topics().conversationKeys();
        Map<String, Object> properties = new HashMap<>(connection.properties());
        properties.putIfAbsent("acks", "all");
        try (var producer = new KafkaProducer<>(properties, new ByteArraySerializer(), new ByteArraySerializer())) {
            ids.forEach(id -> Sending.await(
                    producer.send(new ProducerRecord<>(topic.name(), id.getBytes(StandardCharsets.US_ASCII), null))));
        }
    }
}
