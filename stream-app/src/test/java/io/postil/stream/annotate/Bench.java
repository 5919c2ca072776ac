package io.postil.stream.annotate;

import io.postil.privacy.Finding;
import io.postil.privacy.Masker;
import io.postil.privacy.MaskingException;
import io.postil.privacy.policy.Policy;
import io.postil.privacy.seal.KeyRing;
import io.postil.privacy.seal.Unsealer;
import io.postil.privacy.seal.WrappedKey;
import io.postil.privacy.seal.WrappedKeys;
import io.postil.schemas.Annotation;
import io.postil.schemas.AvroSerdes;
import io.postil.schemas.Bytes;
import io.postil.schemas.DeadLetter;
import io.postil.schemas.Forget;
import io.postil.schemas.KeptKey;
import io.postil.schemas.Original;
import io.postil.schemas.Topics;
import io.postil.schemas.Utterance;
import io.postil.stream.fixtures.RecordingMetrics;
import io.postil.stream.fixtures.ScriptedModels;
import io.postil.testkit.FakeRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Pattern;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.Stores;
import org.apache.kafka.streams.test.TestRecord;

/** The whole topology in memory, with models that can be foreseen: what a test puts in, and what comes out. */
final class Bench implements AutoCloseable {
    static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    static final int LONGEST_TEXT = 2000;

    private static final List<String> TASKS = List.of("dialogue-act", "entities", "nli");
    private static final Pattern CARD = Pattern.compile("\\d{16}");

    /** The rules fail on a text that has this. */
    static final String UNMASKABLE = "(unmaskable)";

    final Topics topics = new Topics("test.");
    final FakeRegistry registry = FakeRegistry.start();
    final ScriptedModels models = new ScriptedModels();
    final RecordingMetrics metrics = new RecordingMetrics();
    final KeyRing keys = KeyRing.ephemeral();
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
    private final Map<String, KeptKey> kept = new LinkedHashMap<>();
    private boolean taskClosed;

    Bench() {
        this(TASKS, Policy.standard());
    }

    Bench(List<String> tasks) {
        this(tasks, Policy.standard());
    }

    Bench(Policy policy) {
        this(TASKS, policy);
    }

    private Bench(List<String> tasks, Policy policy) {
        var masking = new Masking(new Masker(Bench::find), policy, keys);
        var clock = Clock.fixed(NOW, ZoneOffset.UTC);
        var parts = new Annotating.Parts(topics, serdes, models, masking, pauses::add, clock, metrics);
        annotating = Annotating.of(parts, tasks, new Annotating.Limits(LONGEST_TEXT, 100, 1_000_000));
        var topology = new AnnotateTopology(topics, annotating, Stores::inMemoryKeyValueStore);
        var properties = new Properties();
        properties.putAll(config(topology).originals());
        driver = new TopologyTestDriver(topology.build(config(topology)), properties);
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

    List<Annotation> annotations() {
        return annotationRecords().stream()
                .map(record -> serdes.serde(topics.annotations()).deserializer().deserialize("any", record.value()))
                .toList();
    }

    List<Original> originals() {
        return originalRecords().stream()
                .map(record -> serdes.serde(topics.originals()).deserializer().deserialize("any", record.value()))
                .toList();
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

    /** Rules that find nothing but the numbers of cards, and fail where they are told to. */
    private static List<Finding> find(String text) {
        if (text.contains(UNMASKABLE)) {
            throw new MaskingException("a rule failed");
        }
        return CARD.matcher(text)
                .results()
                .map(match -> new Finding("CARD", match.start(), match.end(), 1, Finding.Source.RULE, "cards", "Luhn"))
                .toList();
    }

    /** Asks that a conversation be forgotten. */
    void forget(String conversation) {
        var request = new Forget(WrappedKeys.nameOf(conversation), "test", NOW);
        forgetBytes(serdes.serde(topics.forgets()).serializer().serialize("any", request));
    }

    void forgetBytes(byte[] value) {
        driver.createInputTopic(topics.forgets().name(), new ByteArraySerializer(), new ByteArraySerializer())
                .pipeInput(new byte[] {1}, value);
    }

    /** The keys that were written so far, by their ids; null for one that was deleted. */
    Map<String, KeptKey> keptKeys() {
        output(topics.conversationKeys().name()).readRecordsToList().forEach(record -> {
            var value = record.value() == null
                    ? null
                    : serdes.serde(topics.conversationKeys()).deserializer().deserialize("any", record.value());
            kept.put(new String(record.key(), StandardCharsets.US_ASCII), value);
        });
        return kept;
    }

    /** Opens seals as a reader of the topics does who holds the key file. */
    Unsealer unsealer() {
        Map<String, KeptKey> all = keptKeys();
        return new Unsealer(keys, id -> Optional.ofNullable(all.get(id))
                .map(key -> new WrappedKey(key.getConversation(), Bytes.of(key.getWrapped()))));
    }

    KeyValueStore<String, byte[]> store(String name) {
        return driver.getKeyValueStore(name);
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
