package io.postil.stream.annotate;

import io.postil.privacy.Masked;
import io.postil.privacy.Masker;
import io.postil.privacy.MaskingException;
import io.postil.privacy.seal.KeyRing;
import io.postil.privacy.seal.Sealer;
import io.postil.schemas.Annotation;
import io.postil.schemas.AvroSerdes;
import io.postil.schemas.DeadLetter;
import io.postil.schemas.Original;
import io.postil.schemas.Topics;
import io.postil.schemas.Utterance;
import io.postil.stream.fixtures.RecordingMetrics;
import io.postil.stream.fixtures.ScriptedModels;
import io.postil.testkit.FakeRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.test.TestRecord;

/** The whole topology in memory, with models that can be foreseen: what a test puts in, and what comes out. */
final class Bench implements AutoCloseable {
    static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    static final int LONGEST_TEXT = 2000;

    /** The rules fail on a text that has this. */
    static final String UNMASKABLE = "(unmaskable)";

    final Topics topics = new Topics("test.");
    final FakeRegistry registry = FakeRegistry.start();
    final ScriptedModels models = new ScriptedModels();
    final RecordingMetrics metrics = new RecordingMetrics();
    final Sealer sealer = new Sealer(KeyRing.ephemeral());
    final List<Duration> pauses = new ArrayList<>();
    final Annotating annotating;

    /** They give up soon when the registry is away. */
    final AvroSerdes serdes = new AvroSerdes(Map.of(
            "schema.registry.url",
            registry.url().toString(),
            "retries.wait.ms",
            "1",
            "postil.registry.retry.ms",
            "50"));

    private final TopologyTestDriver driver;
    private final TestInputTopic<byte[], byte[]> utterances;
    private boolean taskClosed;

    Bench() {
        this(List.of("dialogue-act", "entities", "nli"));
    }

    Bench(List<String> tasks) {
        var parts = new Annotating.Parts(
                topics, serdes, models, Bench::mask, sealer, pauses::add, Clock.fixed(NOW, ZoneOffset.UTC), metrics);
        annotating = Annotating.of(parts, tasks, new Annotating.Limits(LONGEST_TEXT, 100, 1_000_000));
        var topology = new AnnotateTopology(topics, annotating);
        var config = config(topology);
        var properties = new Properties();
        properties.putAll(config.originals());
        driver = new TopologyTestDriver(topology.build(config), properties);
        utterances = driver.createInputTopic(
                topics.utterances().name(), new ByteArraySerializer(), new ByteArraySerializer());
    }

    static StreamsConfig config(AnnotateTopology topology) {
        Map<String, Object> settings = new HashMap<>(topology.settings());
        settings.put(StreamsConfig.APPLICATION_ID_CONFIG, "bench");
        settings.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "nowhere:1");
        settings.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
        return new StreamsConfig(settings);
    }

    static Utterance.Builder utterance(String text) {
        return Utterance.newBuilder().setId("u-1").setConversationId("c-1").setText(text);
    }

    byte[] bytes(Utterance utterance) {
        return serdes.serde(topics.utterances())
                .serializer()
                .serialize(topics.utterances().name(), utterance);
    }

    /** From now on the registry answers nothing but errors. */
    void loseRegistry() {
        registry.failing(Collections.nCopies(10_000, 503).toArray(Integer[]::new));
    }

    void send(Utterance.Builder utterance) {
        send(new TestRecord<>(new byte[] {1}, bytes(utterance.build())));
    }

    void send(byte[] value) {
        send(new TestRecord<>(new byte[] {1}, value));
    }

    void send(TestRecord<byte[], byte[]> record) {
        utterances.pipeInput(record);
    }

    List<TestRecord<byte[], byte[]>> annotationRecords() {
        return output(topics.annotations().name()).readRecordsToList();
    }

    List<TestRecord<byte[], byte[]>> originalRecords() {
        return output(topics.originals().name()).readRecordsToList();
    }

    List<TestRecord<byte[], byte[]>> deadLetterRecords() {
        return output(topics.deadLetters().name()).readRecordsToList();
    }

    Annotation annotation() {
        return serdes.serde(topics.annotations())
                .deserializer()
                .deserialize("any", only(annotationRecords()).value());
    }

    Original original() {
        return serdes.serde(topics.originals())
                .deserializer()
                .deserialize("any", only(originalRecords()).value());
    }

    DeadLetter deadLetter() {
        return serdes.serde(topics.deadLetters())
                .deserializer()
                .deserialize("any", only(deadLetterRecords()).value());
    }

    private static TestRecord<byte[], byte[]> only(List<TestRecord<byte[], byte[]>> records) {
        if (records.size() != 1) {
            throw new AssertionError("expected one record, found " + records.size());
        }
        return records.get(0);
    }

    private TestOutputTopic<byte[], byte[]> output(String topic) {
        return driver.createOutputTopic(topic, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    private static Masked mask(String text, List<io.postil.privacy.Finding> findings) {
        return new Masker(whole -> {
                    if (whole.contains(UNMASKABLE)) {
                        throw new MaskingException("a rule failed");
                    }
                    return List.of();
                })
                .mask(text, findings);
    }

    /** Closes the task, as a rebalance does. */
    void closeTask() {
        if (!taskClosed) {
            taskClosed = true;
            driver.close();
        }
    }

    @Override
    public void close() {
        closeTask();
        registry.close();
    }
}
