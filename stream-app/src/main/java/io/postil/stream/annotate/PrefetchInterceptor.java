package io.postil.stream.annotate;

import io.postil.schemas.RegistryUnavailableException;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerInterceptor;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sees each poll of the main consumer before its records are processed one by one, and asks the models for all of them, so that
 * they are answered in batches. Public for Kafka, which makes it by name; the {@link Prefetch} comes in the consumer's
 * configuration. Threading: the consumer's thread.
 */
public final class PrefetchInterceptor implements ConsumerInterceptor<byte[], byte[]> {
    static final String PREFETCH = "postil.prefetch";
    static final String TOPIC = "postil.prefetch.topic";
    private static final Logger LOG = LoggerFactory.getLogger(PrefetchInterceptor.class);

    private final Set<TopicPartition> seen = new HashSet<>();
    private Prefetch prefetch;
    private String topic;

    @Override
    public void configure(Map<String, ?> configs) {
        prefetch = (Prefetch) configs.get(PREFETCH);
        topic = (String) configs.get(TOPIC);
    }

    /** Passes all records on, whatever happens: one that was not prefetched is computed when its turn comes. */
    @Override
    public ConsumerRecords<byte[], byte[]> onConsume(ConsumerRecords<byte[], byte[]> records) {
        try {
            for (ConsumerRecord<byte[], byte[]> record : records.records(topic)) {
                seen.add(new TopicPartition(record.topic(), record.partition()));
                prefetch.offer(record);
            }
        } catch (RegistryUnavailableException e) {
            // Each further record would wait for the registry as long as this one did, and the poll must return.
            LOG.atWarn().addKeyValue("error", e.getMessage()).log("Prefetching stopped: the registry is away");
        } catch (RuntimeException e) {
            LOG.atWarn().addKeyValue("error", e.getClass().getName()).log("Prefetching stopped");
        }
        return records;
    }

    /** Under exactly-once the producer commits, and this is never called. */
    @Override
    public void onCommit(Map<TopicPartition, OffsetAndMetadata> offsets) {}

    @Override
    public void close() {
        seen.forEach(prefetch::drop);
    }
}
