package io.postil.stream;

import io.postil.schemas.Topics;
import io.postil.service.KafkaConfig;
import io.postil.stream.annotate.AnnotateTopology;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.streams.StreamsConfig;

/** What Kafka's clients are configured with. */
final class KafkaClients {
    /** A killed process is noticed after this long, and its partitions are given away. */
    private static final int SESSION_MILLIS = 10_000;

    private final KafkaConfig kafka;
    private final StreamConfig.Streams config;

    KafkaClients(StreamConfig config) {
        this.kafka = config.service().kafka();
        this.config = config.streams();
    }

    StreamsConfig streams(AnnotateTopology topology) {
        Map<String, Object> settings = kafka.clients();
        settings.put(StreamsConfig.APPLICATION_ID_CONFIG, config.application());
        settings.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
        settings.put(StreamsConfig.NUM_STREAM_THREADS_CONFIG, config.threads());
        settings.put(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG, config.commit().toMillis());
        settings.put(StreamsConfig.STATE_DIR_CONFIG, config.state().toString());
        settings.put(StreamsConfig.producerPrefix(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG), (int)
                config.transaction().toMillis());
        settings.put(StreamsConfig.producerPrefix(ProducerConfig.MAX_REQUEST_SIZE_CONFIG), Topics.MAX_REQUEST_BYTES);
        settings.putIfAbsent(StreamsConfig.consumerPrefix(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG), SESSION_MILLIS);
        settings.putAll(topology.settings());
        return new StreamsConfig(settings);
    }

    /** Reads what is committed, without a group. */
    Map<String, Object> rollouts() {
        Map<String, Object> settings = kafka.clients();
        settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        return settings;
    }

    Map<String, Object> statuses() {
        return kafka.clients();
    }
}
