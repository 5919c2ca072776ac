package io.postil.stream.serving;

import io.postil.schemas.Rollout;
import io.postil.schemas.UndecodableException;
import java.time.Duration;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.Deserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The topic of rollouts, read from its beginning without a group. Owns its consumer. Threading: one thread, {@link #stop} aside. */
final class RolloutTopic implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(RolloutTopic.class);
    private static final Duration WAIT = Duration.ofMillis(500);

    private final Consumer<String, byte[]> consumer;
    private final String name;
    private final Deserializer<Rollout> deserializer;
    private final Map<String, ConsumerRecord<String, byte[]>> unread = new LinkedHashMap<>();
    private Map<TopicPartition, Long> ends = Map.of();

    RolloutTopic(Consumer<String, byte[]> consumer, String name, Deserializer<Rollout> deserializer) {
        this.consumer = consumer;
        this.name = name;
        this.deserializer = deserializer;
    }

    /**
     * Finds the topic, unless it is found already.
     *
     * @return whether there is one
     */
    boolean find() {
        if (!ends.isEmpty()) {
            return true;
        }
        List<TopicPartition> partitions = consumer.partitionsFor(name).stream()
                .map(info -> new TopicPartition(name, info.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        ends = consumer.endOffsets(partitions);
        return !ends.isEmpty();
    }

    /**
     * Waits a little for records, and hands over the last of each key. One that cannot be decoded is logged and left out: what it
     * wanted is unknown, and what answers goes on answering.
     *
     * @throws io.postil.schemas.RegistryUnavailableException before all were handed over; the others are, next time
     */
    void poll(java.util.function.Consumer<Rollout> taker) {
        consumer.poll(WAIT).forEach(record -> unread.put(record.key(), record));
        Iterator<ConsumerRecord<String, byte[]>> records = unread.values().iterator();
        while (records.hasNext()) {
            hand(records.next(), taker);
            records.remove();
        }
    }

    /** Whether all that was there when the topic was found has been handed over. */
    boolean caughtUp() {
        return unread.isEmpty()
                && ends.entrySet().stream().allMatch(end -> consumer.position(end.getKey()) >= end.getValue());
    }

    /** Lets a call that waits end with {@link org.apache.kafka.common.errors.WakeupException}. */
    void stop() {
        consumer.wakeup();
    }

    private void hand(ConsumerRecord<String, byte[]> record, java.util.function.Consumer<Rollout> taker) {
        if (record.value() == null) {
            return;
        }
        try {
            taker.accept(deserializer.deserialize(name, record.value()));
        } catch (UndecodableException e) {
            LOG.atError()
                    .addKeyValue("topic", name)
                    .addKeyValue("offset", record.offset())
                    .addKeyValue("reason", e.reason())
                    .log("A rollout cannot be read and is left out");
        }
    }

    @Override
    public void close() {
        consumer.close();
    }
}
