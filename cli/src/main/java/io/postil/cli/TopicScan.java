package io.postil.cli;

import io.postil.schemas.Topic;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;

/** Reads a topic from its beginning to what was its end when the reading began. */
final class TopicScan {
    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration LIMIT = Duration.ofSeconds(30);

    private TopicScan() {}

    /** The last value of each key, in the order in which the keys were first seen; a key without a value is left out. */
    static <V extends SpecificRecord> Map<String, V> latest(Connection connection, Topic<V> topic) {
        Map<String, V> latest = new LinkedHashMap<>();
        each(connection, topic, (key, value) -> {
            if (value == null) {
                latest.remove(key);
            } else {
                latest.put(key, value);
            }
        });
        return latest;
    }

    /** Every value, null for a tombstone. */
    static <V extends SpecificRecord> void each(Connection connection, Topic<V> topic, BiConsumer<String, V> seen) {
        try (Consumer<byte[], V> consumer = connection.consumer(topic)) {
            List<TopicPartition> partitions = partitions(consumer, topic.name());
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            long deadline = System.nanoTime() + LIMIT.toNanos();
            while (behind(consumer, ends)) {
                long before = position(consumer, ends);
                consumer.poll(POLL).forEach(record -> seen.accept(text(record.key()), record.value()));
                if (position(consumer, ends) > before) {
                    deadline = System.nanoTime() + LIMIT.toNanos();
                } else if (System.nanoTime() > deadline) {
                    throw new TimeoutException(topic.name() + " could not be read to its end within " + LIMIT);
                }
            }
        }
    }

    static List<TopicPartition> partitions(Consumer<?, ?> consumer, String topic) {
        List<PartitionInfo> infos = consumer.partitionsFor(topic);
        if (infos == null || infos.isEmpty()) {
            throw new UsageException("there is no topic " + topic + "; `postil topics create` makes the topics");
        }
        List<TopicPartition> partitions = new ArrayList<>();
        infos.forEach(info -> partitions.add(new TopicPartition(info.topic(), info.partition())));
        return partitions;
    }

    private static boolean behind(Consumer<?, ?> consumer, Map<TopicPartition, Long> ends) {
        return ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue());
    }

    private static long position(Consumer<?, ?> consumer, Map<TopicPartition, Long> ends) {
        return ends.keySet().stream().mapToLong(consumer::position).sum();
    }

    private static String text(byte[] key) {
        return key == null ? "" : new String(key, StandardCharsets.UTF_8);
    }
}
