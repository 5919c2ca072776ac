package io.postil.embedded;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Properties;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import kafka.tools.StorageTool;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;

/**
 * A Kafka broker and controller (KRaft) in this JVM, listening on the loopback interface. Its data outlives it: a second
 * start on the same folder goes on where the first one stopped.
 */
public final class LocalBroker implements AutoCloseable {
    /** Largest record batch the broker takes: 8 MB of message, and room for seals and envelopes. */
    private static final int LARGEST_MESSAGE_BYTES = 24 * 1024 * 1024;

    private final KafkaRaftServer server;
    private final String bootstrap;

    private LocalBroker(KafkaRaftServer server, String bootstrap) {
        this.server = server;
        this.bootstrap = bootstrap;
    }

    /** Formats the folder where that was not done yet, and starts; the broker takes clients when this returns. */
    public static LocalBroker start(Path folder, int port) {
        try {
            Files.createDirectories(folder);
            Properties properties = properties(folder, Ports.checked(port), Ports.free());
            if (!Files.exists(folder.resolve("log").resolve("meta.properties"))) {
                format(folder, properties);
            }
            KafkaRaftServer server = new KafkaRaftServer(new KafkaConfig(properties, false), Time.SYSTEM);
            server.startup();
            return new LocalBroker(server, "localhost:" + port);
        } catch (IOException e) {
            throw new UncheckedIOException("the broker's folder " + folder + " cannot be written", e);
        }
    }

    public String bootstrap() {
        return bootstrap;
    }

    @Override
    public void close() {
        server.shutdown();
        server.awaitShutdown();
    }

    private static Properties properties(Path folder, int port, int controllerPort) {
        Map<String, Object> settings = new LinkedHashMap<>();
        settings.put("process.roles", "broker,controller");
        settings.put("node.id", 1);
        settings.put("controller.quorum.voters", "1@localhost:" + controllerPort);
        settings.put("controller.listener.names", "CONTROLLER");
        settings.put("listeners", "PLAINTEXT://localhost:" + port + ",CONTROLLER://localhost:" + controllerPort);
        settings.put("log.dirs", folder.resolve("log").toAbsolutePath());
        settings.put("auto.create.topics.enable", false);
        settings.put("offsets.topic.replication.factor", 1);
        settings.put("offsets.topic.num.partitions", 4);
        settings.put("transaction.state.log.replication.factor", 1);
        settings.put("transaction.state.log.min.isr", 1);
        settings.put("transaction.state.log.num.partitions", 4);
        settings.put("share.coordinator.state.topic.replication.factor", 1);
        settings.put("share.coordinator.state.topic.min.isr", 1);
        settings.put("group.initial.rebalance.delay.ms", 0);
        settings.put("message.max.bytes", LARGEST_MESSAGE_BYTES);
        settings.put("log.cleaner.dedupe.buffer.size", 16 * 1024 * 1024);
        settings.put("broker.heartbeat.interval.ms", 500);
        settings.put("broker.session.timeout.ms", 3_000);
        Properties properties = new Properties();
        settings.forEach((key, value) -> properties.setProperty(key, value.toString()));
        return properties;
    }

    private static void format(Path folder, Properties properties) throws IOException {
        Path file = folder.resolve("server.properties");
        try (Writer writer = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
            properties.store(writer, null);
        }
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        String[] arguments = {"format", "-t", Uuid.randomUuid().toString(), "-c", file.toString(), "--ignore-formatted"
        };
        int code = StorageTool.execute(arguments, new PrintStream(said, true, StandardCharsets.UTF_8));
        if (code != 0) {
            throw new EmbeddedException("the broker's folder " + folder + " could not be formatted: "
                    + said.toString(StandardCharsets.UTF_8));
        }
    }
}
