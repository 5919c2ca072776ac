package io.postil.trainer.runs;

import io.postil.privacy.seal.WrappedKey;
import io.postil.schemas.Bytes;
import io.postil.schemas.KeptKey;
import io.postil.schemas.Topic;
import io.postil.schemas.UndecodableException;
import io.postil.trainer.parts.ValueSerdes;
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
            LogEnd.read(consumer, consumer.endOffsets(partitions), record -> {
                if (record.key() != null && ids.contains(record.key())) {
                    note(record, keys);
                }
            });
            return keys;
        } catch (SerializationException e) {
            throw new LogException("keys cannot be decoded for now", e);
        } catch (KafkaException e) {
            throw new LogException("the keys of conversations cannot be read for now", e);
        }
    }

    private void note(ConsumerRecord<String, byte[]> record, Map<String, WrappedKey> keys) {
        if (record.value() == null) {
            keys.remove(record.key());
            return;
        }
        try {
            KeptKey kept = serdes.serde(topic.type()).deserializer().deserialize(record.topic(), record.value());
            keys.put(record.key(), new WrappedKey(kept.getConversation(), Bytes.of(kept.getWrapped())));
        } catch (UndecodableException e) {
            throw new KafkaException("a key of a conversation cannot be read: " + e.reason(), e);
        }
    }
}
