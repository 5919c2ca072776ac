package io.postil.testkit;

import io.postil.embedded.LocalBroker;
import io.postil.embedded.Ports;
import io.postil.schemas.Topics;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.extension.ExtensionContext;

/** The one broker and the one registry of a JVM's tests; JUnit closes them after the last test. */
final class SharedKafka implements AutoCloseable {

    private final Path folder;
    private final LocalBroker broker;
    private final KafkaProducer<String, byte[]> producer;
    private final FakeRegistry registry = FakeRegistry.start();
    private final AtomicInteger prefixes = new AtomicInteger();

    private SharedKafka() {
        try {
            folder = Files.createTempDirectory("postil-kafka-");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        broker = LocalBroker.start(folder, Ports.free());
        producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", broker.bootstrap(), "max.request.size", Topics.MAX_REQUEST_BYTES),
                new StringSerializer(),
                new ByteArraySerializer());
    }

    static SharedKafka of(ExtensionContext context) {
        return context.getRoot()
                .getStore(ExtensionContext.Namespace.GLOBAL)
                .getOrComputeIfAbsent(SharedKafka.class, key -> new SharedKafka(), SharedKafka.class);
    }

    String bootstrap() {
        return broker.bootstrap();
    }

    FakeRegistry registry() {
        return registry;
    }

    String nextPrefix() {
        return "test-" + prefixes.incrementAndGet() + ".";
    }

    /** Returns when the broker has the record. */
    void send(ProducerRecord<String, byte[]> record) {
        try {
            producer.send(record).get();
        } catch (ExecutionException e) {
            throw new AssertionError("the broker does not take a record for " + record.topic(), e.getCause());
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }

    @Override
    public void close() throws IOException {
        producer.close();
        broker.close();
        registry.close();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
