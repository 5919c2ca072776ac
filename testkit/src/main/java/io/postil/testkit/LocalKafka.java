package io.postil.testkit;

import io.postil.schemas.AvroSerdes;
import io.postil.schemas.Topic;
import io.postil.schemas.TopicAdmin;
import io.postil.schemas.Topics;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A broker in this JVM and a {@link FakeRegistry}, shared by all tests of the JVM, with topics under a prefix of their own: for
 * each test where the extension is a field of the instance, for the class where it is a static field.
 */
public final class LocalKafka implements BeforeAllCallback, BeforeEachCallback {

    private final int partitions;
    private SharedKafka shared;
    private Topics topics;
    private AvroSerdes serdes;

    public LocalKafka() {
        this(2);
    }

    /** @param partitions of the topics that spread by key */
    public LocalKafka(int partitions) {
        this.partitions = partitions;
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        open(context);
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        if (topics == null) {
            open(context);
        }
    }

    private void open(ExtensionContext context) {
        shared = SharedKafka.of(context);
        topics = new Topics(shared.nextPrefix());
        serdes = new AvroSerdes(settings());
        try (Admin admin = admin()) {
            TopicAdmin.create(admin, topics, partitions, 1);
        }
    }

    public String bootstrap() {
        return shared.bootstrap();
    }

    public URI registryUrl() {
        return shared.registry().url();
    }

    /** Those of this test, created. */
    public Topics topics() {
        return topics;
    }

    public AvroSerdes serdes() {
        return serdes;
    }

    /** Settings of any client: where the broker and the registry are. */
    public Map<String, Object> settings() {
        return new HashMap<>(Map.of(
                "bootstrap.servers",
                bootstrap(),
                "schema.registry.url",
                registryUrl().toString()));
    }

    /** For the caller to close. */
    public Admin admin() {
        return Admin.create(Map.of("bootstrap.servers", bootstrap()));
    }

    /** Writes a value and waits until the broker has it. */
    public <V extends SpecificRecord> void send(Topic<V> topic, String key, V value) {
        sendBytes(topic.name(), key, serdes().serde(topic).serializer().serialize(topic.name(), value));
    }

    /** Writes any bytes and waits until the broker has them. */
    public void sendBytes(String topic, String key, byte[] value) {
        shared.send(new ProducerRecord<>(topic, key, value));
    }

    /**
     * Everything committed in a topic so far, from its start, waiting until there are as many records as said.
     *
     * @throws AssertionError if there are fewer within the limit
     */
    public <V extends SpecificRecord> List<ConsumerRecord<String, V>> read(
            Topic<V> topic, int atLeast, Duration limit) {
        Map<String, Object> settings = settings();
        settings.put("isolation.level", "read_committed");
        settings.put("auto.offset.reset", "earliest");
        List<ConsumerRecord<String, V>> records = new ArrayList<>();
        try (var consumer = new KafkaConsumer<>(
                settings, new StringDeserializer(), serdes().serde(topic).deserializer())) {
            consumer.assign(consumer.partitionsFor(topic.name()).stream()
                    .map(LocalKafka::partition)
                    .toList());
            Eventually.within(limit).passes(() -> {
                consumer.poll(Duration.ofMillis(200)).forEach(records::add);
                if (records.size() < atLeast) {
                    throw new AssertionError(topic.name() + " has " + records.size() + " of " + atLeast + " records");
                }
            });
        }
        return records;
    }

    private static TopicPartition partition(PartitionInfo info) {
        return new TopicPartition(info.topic(), info.partition());
    }
}
