package io.postil.trainer.intake;

import io.postil.model.Head;
import io.postil.privacy.seal.ConversationKey;
import io.postil.privacy.seal.KeyRing;
import io.postil.privacy.seal.Sealer;
import io.postil.privacy.seal.Unsealer;
import io.postil.privacy.seal.WrappedKeys;
import io.postil.schemas.Correction;
import io.postil.schemas.DeadLetter;
import io.postil.schemas.Example;
import io.postil.schemas.KeptKey;
import io.postil.schemas.Original;
import io.postil.schemas.Receipt;
import io.postil.schemas.Split;
import io.postil.schemas.Topics;
import io.postil.trainer.fixtures.PlainSerdes;
import io.postil.trainer.fixtures.RecordingTrainerMetrics;
import io.postil.trainer.parts.Task;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.test.TestRecord;

/** The intake under the test driver. Conversations beginning with {@code c-held} are held out, {@code c-val} validate. */
final class IntakeDriver implements AutoCloseable {
    static final Duration PATIENCE = Duration.ofMinutes(10);
    static final Duration WINDOW = Duration.ofDays(30);
    static final Instant START = Instant.parse("2026-03-01T00:00:00Z");
    static final int LONGEST = 100;

    final KeyRing keys = KeyRing.ephemeral();
    final Sealer sealer = new Sealer(keys);
    final RecordingTrainerMetrics metrics = new RecordingTrainerMetrics();
    final Topics topics = new Topics("postil.");
    final TopologyTestDriver driver;
    final TestInputTopic<byte[], byte[]> feedback;
    final TestInputTopic<byte[], byte[]> originals;
    private final Wires wires = Wires.of(topics, new PlainSerdes());

    IntakeDriver(Path state) {
        var settings = new IntakeSettings(
                Map.of("bootstrap.servers", "localhost:1"),
                "test",
                state,
                topics,
                new PlainSerdes(),
                List.of(
                        new Task("dialogue-act", Head.SEQUENCE, false, Set.of("request", "offer", "inform")),
                        new Task("nli", Head.SEQUENCE, true, Set.of("entailment", "neutral", "contradiction")),
                        new Task("entities", Head.TOKENS, false, Set.of("PERSON", "CITY"))),
                keys,
                IntakeDriver::split,
                PATIENCE,
                WINDOW,
                LONGEST,
                metrics);
        var config = IntakeStream.config(settings);
        var properties = new Properties();
        properties.putAll(config.originals());
        driver = new TopologyTestDriver(Intake.topology(settings.plan(), config, 3), properties, START);
        feedback =
                driver.createInputTopic(topics.feedback().name(), new ByteArraySerializer(), new ByteArraySerializer());
        originals = driver.createInputTopic(
                topics.originals().name(), new ByteArraySerializer(), new ByteArraySerializer());
    }

    private static Split split(String conversation) {
        if (conversation.startsWith("c-held")) {
            return Split.HELD_OUT;
        }
        return conversation.startsWith("c-val") ? Split.VALIDATION : Split.TRAIN;
    }

    void send(Correction... corrections) {
        for (Correction correction : corrections) {
            feedback.pipeInput(null, wires.feedback().write(correction));
        }
    }

    void send(Original original) {
        originals.pipeInput(bytes(original.getUtteranceId()), wires.originals().write(original));
    }

    /** Tells the intake of a conversation's key, as the stream does. */
    void keep(String conversation, ConversationKey key) {
        var name = WrappedKeys.nameOf(conversation);
        var wrapped = new WrappedKeys(keys).wrap(name, key);
        keyTopic().pipeInput(bytes(key.id()), wires.keys().write(new KeptKey(name, ByteBuffer.wrap(wrapped), START)));
    }

    void forget(ConversationKey key) {
        keyTopic().pipeInput(bytes(key.id()), (byte[]) null);
    }

    private TestInputTopic<byte[], byte[]> keyTopic() {
        return driver.createInputTopic(
                topics.conversationKeys().name(), new ByteArraySerializer(), new ByteArraySerializer());
    }

    /** The keys that the intake has made, by their ids. */
    Map<String, KeptKey> madeKeys() {
        return driver.createOutputTopic(
                        topics.conversationKeys().name(),
                        new StringDeserializer(),
                        wires.keys().serde().deserializer())
                .readKeyValuesToMap();
    }

    /** Opens what it has sealed, with the keys that it has made. */
    Unsealer unsealer() {
        var made = madeKeys();
        return new Unsealer(keys, id -> Optional.ofNullable(made.get(id)).map(KeyTable::key));
    }

    /** Everything that the intake has written so far, internal topics too, and what stands in its stores. */
    List<byte[]> leftBehind() {
        List<byte[]> all = new ArrayList<>();
        driver.producedTopicNames().forEach(topic -> driver.createOutputTopic(
                        topic, new ByteArrayDeserializer(), new ByteArrayDeserializer())
                .readRecordsToList()
                .forEach(record -> all.addAll(Arrays.asList(record.key(), record.value()))));
        all.removeIf(java.util.Objects::isNull);
        return all;
    }

    List<KeyValue<String, Receipt>> receiptRecords() {
        var topic = topics.receipts();
        return driver.createOutputTopic(
                        topic.name(),
                        new StringDeserializer(),
                        wires.receipts().serde().deserializer())
                .readKeyValuesToList();
    }

    List<Receipt> receipts() {
        return receiptRecords().stream().map(record -> record.value).toList();
    }

    /** Correction id and fate of each receipt. */
    List<String> fates() {
        return receipts().stream()
                .map(receipt -> receipt.getCorrectionId() + " " + receipt.getFate())
                .toList();
    }

    List<KeyValue<String, Example>> examples() {
        return driver.createOutputTopic(
                        topics.examples().name(),
                        new StringDeserializer(),
                        wires.examples().serde().deserializer())
                .readKeyValuesToList();
    }

    List<TestRecord<byte[], DeadLetter>> deadLetters() {
        return driver.createOutputTopic(
                        topics.deadLetters().name(),
                        new ByteArrayDeserializer(),
                        wires.deadLetters().serde().deserializer())
                .readRecordsToList();
    }

    byte[] encoded(Correction correction) {
        return wires.feedback().write(correction);
    }

    static byte[] bytes(String text) {
        return text.getBytes(java.nio.charset.StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        driver.close();
    }
}
