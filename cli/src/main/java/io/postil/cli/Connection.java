package io.postil.cli;

import io.postil.schemas.AvroSerdes;
import io.postil.schemas.Topic;
import io.postil.schemas.Topics;
import java.io.IOException;
import java.io.Reader;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.StringSerializer;
import picocli.CommandLine.Option;

/** Where the brokers and the registry are; the options of every command that speaks to them. */
final class Connection {
    @Option(
            names = "--bootstrap",
            paramLabel = "HOST:PORT",
            defaultValue = "${env:POSTIL_KAFKA_BOOTSTRAP:-localhost:9092}",
            description = "Kafka's bootstrap servers (POSTIL_KAFKA_BOOTSTRAP; ${DEFAULT-VALUE}).")
    private String bootstrap;

    @Option(
            names = "--registry",
            paramLabel = "URL",
            defaultValue = "${env:POSTIL_REGISTRY_URL:-http://localhost:8081}",
            description = "The schema registry (POSTIL_REGISTRY_URL; ${DEFAULT-VALUE}).")
    private URI registry;

    @Option(
            names = "--prefix",
            defaultValue = "${env:POSTIL_TOPICS_PREFIX:-" + Topics.DEFAULT_PREFIX + "}",
            description = "What topic names begin with (POSTIL_TOPICS_PREFIX; ${DEFAULT-VALUE}).")
    private String prefix;

    @Option(
            names = "--client-config",
            paramLabel = "FILE",
            description = "Properties for the Kafka clients and the registry's serdes: security.protocol, "
                    + "basic.auth.user.info, ….")
    private Path clientConfig;

    Topics topics() {
        return new Topics(prefix);
    }

    Map<String, Object> properties() {
        Map<String, Object> properties = new HashMap<>();
        properties.put("bootstrap.servers", bootstrap);
        properties.put("schema.registry.url", registry.toString());
        if (clientConfig != null) {
            try (Reader reader = Files.newBufferedReader(clientConfig)) {
                Properties file = new Properties();
                file.load(reader);
                file.forEach((key, value) -> properties.put(key.toString(), value));
            } catch (IOException e) {
                throw new UsageException("--client-config: " + clientConfig + " cannot be read: " + e);
            }
        }
        return properties;
    }

    Admin admin() {
        return Admin.create(properties());
    }

    AvroSerdes serdes() {
        return new AvroSerdes(properties());
    }

    <V extends SpecificRecord> Producer<String, V> producer(Topic<V> topic) {
        Map<String, Object> properties = properties();
        properties.putIfAbsent("acks", "all");
        properties.putIfAbsent("linger.ms", 5);
        properties.putIfAbsent("compression.type", "lz4");
        properties.putIfAbsent("max.request.size", topic.maxMessageBytes());
        Serde<V> serde = serdes().serde(topic.type());
        return new KafkaProducer<>(properties, new StringSerializer(), serde.serializer());
    }

    /** A consumer of committed records that belongs to no group; keys as they are. */
    <V extends SpecificRecord> Consumer<byte[], V> consumer(Topic<V> topic) {
        return consumer(serdes().serde(topic.type()).deserializer());
    }

    <V> Consumer<byte[], V> consumer(Deserializer<V> values) {
        Map<String, Object> properties = properties();
        properties.putIfAbsent("isolation.level", "read_committed");
        properties.putIfAbsent("auto.offset.reset", "earliest");
        properties.putIfAbsent("enable.auto.commit", false);
        properties.putIfAbsent("client.id", "postil-" + UUID.randomUUID());
        return new KafkaConsumer<>(properties, new ByteArrayDeserializer(), values);
    }
}
