package io.postil.trainer.runs;

import io.postil.privacy.seal.WrappedKey;
import io.postil.schemas.KeptKey;
import io.postil.schemas.Topic;
import io.postil.schemas.UndecodableException;
import io.postil.trainer.parts.ValueSerdes;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.SerializationException;

/**
 * Reads the topic of keys from its beginning to its end, and keeps those that are wanted. What is not committed yet is read as well:
 * an example that can be seen is committed, so its key is in the log by now, while the mark that commits it may still be on its way to
 * that partition; and a key that is never committed has sealed nothing.
 */
final class KeyScan {
    private static final Duration POLL = Duration.ofMillis(200);
    private static final int EMPTY_POLLS = 150;

    private final Supplier<? extends Consumer<String, byte[]>> consumers;
    private final Topic<KeptKey> topic;
    private final ValueSerdes serdes;

    KeyScan(Supplier<? extends Consumer<String, byte[]>> consumers, Topic<KeptKey> topic, ValueSerdes serdes) {
        this.consumers = consumers;
        this.topic = topic;
        this.serdes = serdes;
    }

    Map<String, WrappedKey> read(Set<String> ids) {
        Map<String, WrappedKey> keys = new HashMap<>();
        if (ids.isEmpty()) {
            return keys;
        }
        try (var consumer = consumers.get()) {
            var partitions = consumer.partitionsFor(topic.name()).stream()
                    .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            readTo(consumer.endOffsets(partitions), consumer, ids, keys);
            return keys;
        } catch (SerializationException e) {
            throw new LogException("keys cannot be decoded for now", e);
        } catch (KafkaException e) {
            throw new LogException("the keys of conversations cannot be read for now", e);
        }
    }

    private void readTo(
            Map<TopicPartition, Long> ends,
            Consumer<String, byte[]> consumer,
            Set<String> ids,
            Map<String, WrappedKey> keys) {
        int empty = 0;
        while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
            var records = consumer.poll(POLL);
            empty = records.isEmpty() ? empty + 1 : 0;
            if (empty > EMPTY_POLLS) {
                throw new KafkaException("no record in " + POLL.multipliedBy(EMPTY_POLLS) + ", short of the end");
            }
            for (ConsumerRecord<String, byte[]> record : records) {
                if (record.key() != null && ids.contains(record.key())) {
                    note(record, keys);
                }
            }
        }
    }

    private void note(ConsumerRecord<String, byte[]> record, Map<String, WrappedKey> keys) {
        if (record.value() == null) {
            keys.remove(record.key());
            return;
        }
        try {
            KeptKey kept = serdes.serde(topic.type()).deserializer().deserialize(record.topic(), record.value());
            var wrapped = new byte[kept.getWrapped().remaining()];
            kept.getWrapped().duplicate().get(wrapped);
            keys.put(record.key(), new WrappedKey(kept.getConversation(), wrapped));
        } catch (UndecodableException e) {
            throw new KafkaException("a key of a conversation cannot be read: " + e.reason(), e);
        }
    }
}
