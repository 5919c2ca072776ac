package io.postil.trainer.runs;

import io.postil.schemas.Topics;
import io.postil.trainer.parts.ValueSerdes;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * Where the trainer's topics are.
 *
 * @param clients what every Kafka client is configured with
 * @param transactionalId of which there is one writer at a time, the last that started
 */
public record LogSettings(Map<String, Object> clients, Topics topics, ValueSerdes serdes, String transactionalId) {

    public LogSettings {
        clients = Map.copyOf(clients);
    }

    TrainerLog open() {
        var transactions = new Transactions(this::producer);
        var keys = new KeyScan(() -> consumer("read_uncommitted"), topics.conversationKeys(), serdes);
        var reader = new TopicReader(consumer("read_committed"), topics, serdes);
        return new KafkaTrainerLog(topics, serdes, transactions, reader, keys);
    }

    private Producer<String, byte[]> producer() {
        Map<String, Object> config = new HashMap<>(clients);
        config.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, transactionalId);
        return new KafkaProducer<>(config, new StringSerializer(), new ByteArraySerializer());
    }

    private KafkaConsumer<String, byte[]> consumer(String isolation) {
        Map<String, Object> config = new HashMap<>(clients);
        config.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, isolation);
        config.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        return new KafkaConsumer<>(config, new StringDeserializer(), new ByteArrayDeserializer());
    }
}
