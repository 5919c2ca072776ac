package io.postil.stream.serving;

import io.postil.schemas.RolloutStatus;
import io.postil.schemas.Topic;
import java.time.Duration;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.Serializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reports to the topic of statuses; the key is {@code TASK/INSTANCE}. Owns its producer. */
final class KafkaStatusReport implements StatusReport, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(KafkaStatusReport.class);
    private static final Duration CLOSE_LIMIT = Duration.ofSeconds(5);

    private final Producer<String, byte[]> producer;
    private final Topic<RolloutStatus> topic;
    private final Serializer<RolloutStatus> serializer;

    KafkaStatusReport(
            Producer<String, byte[]> producer, Topic<RolloutStatus> topic, Serializer<RolloutStatus> serializer) {
        this.producer = producer;
        this.topic = topic;
        this.serializer = serializer;
    }

    @Override
    @SuppressWarnings("FutureReturnValueIgnored") // the callback sees the failure
    public void publish(RolloutStatus status) {
        byte[] value = serializer.serialize(topic.name(), status);
        String key = status.getTask() + "/" + status.getInstance();
        producer.send(new ProducerRecord<>(topic.name(), key, value), (sent, failure) -> {
            if (failure != null) {
                LOG.atWarn()
                        .addKeyValue("task", status.getTask())
                        .addKeyValue("error", failure.getMessage())
                        .log("A rollout status could not be written");
            }
        });
    }

    /** Does not wait long for a broker that is away. */
    @Override
    public void close() {
        producer.close(CLOSE_LIMIT);
    }
}
