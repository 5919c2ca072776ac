package io.postil.stream;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.postil.model.ClassifierFactory;
import io.postil.model.store.CheckpointStore;
import io.postil.privacy.seal.KeyRing;
import io.postil.schemas.Annotation;
import io.postil.schemas.DeadLetter;
import io.postil.schemas.Original;
import io.postil.schemas.Rollout;
import io.postil.schemas.RolloutStatus;
import io.postil.schemas.Stage;
import io.postil.service.Health.Status;
import io.postil.stream.fixtures.FailingFirst;
import io.postil.stream.fixtures.ScriptedClassifier;
import io.postil.testkit.Eventually;
import io.postil.testkit.LocalKafka;
import io.postil.testkit.Utterances;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class StreamAppTest {
    private static final Duration LIMIT = Duration.ofMinutes(2);

    @RegisterExtension
    final LocalKafka kafka = new LocalKafka();

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

    @TempDir
    Path folder;

    @BeforeEach
    void publishVersions() {
        var store = new CheckpointStore(folder.resolve("store"));
        for (String task : List.of("dialogue-act", "entities", "nli")) {
            for (String version : List.of("v1", "v2")) {
                store.publish(task, version, to -> Files.writeString(to.resolve("config.json"), "{}"));
            }
        }
        KeyRing.generate(folder.resolve("keys"));
    }

    /** The broker's own threads come and go as they like. */
    @AfterEach
    void leavesNoThread() {
        Eventually.within(LIMIT)
                .passes(() -> assertThat(Thread.getAllStackTraces().keySet())
                        .extracting(Thread::getName)
                        .noneMatch(name -> name.startsWith("postil-") || name.contains("StreamThread")));
    }

    @Test
    void shouldGiveEachRecordOneOutcomeAcrossARestartAndASwap() {
        rollOut("dialogue-act", "v1");
        rollOut("entities", "v1");
        rollOut("nli", "v1");
        send(0, 250);
        try (StreamApp first = start()) {
            kafka.read(kafka.topics().annotations(), 40, LIMIT);
            assertThat(first.failure()).isEmpty();
        }
        send(250, 500);
        IntStream.range(0, 20)
                .forEach(i -> kafka.sendBytes(kafka.topics().utterances().name(), "k" + i, new byte[] {7}));
        try (StreamApp second = start()) {
            rollOut("dialogue-act", "v2");
            Eventually.within(LIMIT)
                    .passes(() -> assertThat(second.health().status()).isEqualTo(Status.UP));
            kafka.read(kafka.topics().annotations(), 500, LIMIT);
            kafka.read(kafka.topics().deadLetters(), 20, LIMIT);
            assertThat(meters.get("postil_prefetch_misses").counter().count()).isLessThan(25);
        }

        List<ConsumerRecord<String, Annotation>> annotations =
                kafka.read(kafka.topics().annotations(), 500, LIMIT);
        List<ConsumerRecord<String, Original>> originals =
                kafka.read(kafka.topics().originals(), 500, LIMIT);
        List<ConsumerRecord<String, DeadLetter>> dead =
                kafka.read(kafka.topics().deadLetters(), 20, LIMIT);
        assertThat(annotations)
                .hasSize(500)
                .extracting(record -> record.value().getUtteranceId())
                .doesNotHaveDuplicates();
        assertThat(annotations).extracting(ConsumerRecord::key).allMatch(key -> key.startsWith("c"));
        assertThat(originals).hasSize(500).extracting(ConsumerRecord::key).doesNotHaveDuplicates();
        assertThat(dead)
                .hasSize(20)
                .extracting(record -> record.value().getReason())
                .containsOnly("NOT_AVRO");
        assertThat(annotations)
                .flatExtracting(record -> record.value().getTasks())
                .extracting(result -> result.getTask() + " " + result.getModelVersion())
                .isSubsetOf("dialogue-act v1", "dialogue-act v2", "entities v1", "nli v1");
    }

    @Test
    void shouldGiveEachRecordOneOutcomeWhenAThreadIsReplaced() {
        Stream.of("dialogue-act", "entities", "nli").forEach(task -> rollOut(task, "v1"));
        send(0, 60);
        var failures = new AtomicInteger(3);
        ClassifierFactory failing = (path, name) -> new FailingFirst(name, "Zoë says 41", failures);
        try (StreamApp app = start(failing)) {
            kafka.read(kafka.topics().annotations(), 60, LIMIT);
            assertThat(meters.get("postil_stream_restarts").counter().count()).isPositive();
            assertThat(app.failure()).isEmpty();
        }

        assertThat(kafka.read(kafka.topics().annotations(), 60, LIMIT))
                .hasSize(60)
                .extracting(record -> record.value().getUtteranceId())
                .doesNotHaveDuplicates();
        assertThat(kafka.read(kafka.topics().originals(), 60, LIMIT)).hasSize(60);
    }

    @Test
    void shouldWaitForTheFirstModelOfEachTask() {
        rollOut("dialogue-act", "v1");
        send(0, 5);
        try (StreamApp app = start()) {
            Eventually.within(LIMIT)
                    .passes(() -> assertThat(app.health().details()).containsKeys("entities", "nli"));
            assertThat(app.health().status()).isEqualTo(Status.STARTING);

            rollOut("entities", "v1");
            rollOut("nli", "v1");

            assertThat(kafka.read(kafka.topics().annotations(), 5, LIMIT)).hasSize(5);
        }
    }

    @Test
    void shouldSayWhatItServesAndWhatItCouldNot() {
        Stream.of("dialogue-act", "entities", "nli").forEach(task -> rollOut(task, "v1"));
        try (StreamApp app = start()) {
            kafka.read(kafka.topics().rolloutStatus(), 3, LIMIT);

            rollOut("nli", "v7");

            List<ConsumerRecord<String, RolloutStatus>> statuses =
                    kafka.read(kafka.topics().rolloutStatus(), 4, LIMIT);
            RolloutStatus last = statuses.get(3).value();
            assertThat(statuses.get(3).key()).isEqualTo("nli/here");
            assertThat(last.getChampion()).isEqualTo("v1");
            assertThat(last.getProblem()).contains("v7");
            assertThat(app.failure()).isEmpty();
        }
    }

    private StreamApp start() {
        return start(ScriptedClassifier.factory());
    }

    private StreamApp start(ClassifierFactory factory) {
        Map<String, String> environment = new HashMap<>(Map.of(
                "POSTIL_KAFKA_BOOTSTRAP", kafka.bootstrap(),
                "POSTIL_REGISTRY_URL", kafka.registryUrl().toString(),
                "POSTIL_TOPICS_PREFIX", kafka.topics().prefix(),
                "POSTIL_CHECKPOINTS_PATH", folder.resolve("store").toString(),
                "POSTIL_KEYS_FILE", folder.resolve("keys").toString(),
                "POSTIL_STREAM_STATE", folder.resolve("state").toString(),
                "POSTIL_STREAM_APPLICATION_ID", kafka.topics().prefix() + "stream",
                "POSTIL_STREAM_INSTANCE", "here"));
        StreamConfig config = StreamConfig.read(Optional.empty(), environment);
        return StreamApp.start(config, meters, factory);
    }

    private void send(int from, int to) {
        IntStream.range(from, to)
                .forEach(i -> kafka.send(
                        kafka.topics().utterances(),
                        "c" + i % 7,
                        Utterances.saying("Zoë says " + i)
                                .withId("u-" + i)
                                .inConversation("c" + i % 7)
                                .build()));
    }

    private void rollOut(String task, String version) {
        kafka.send(
                kafka.topics().rollouts(),
                task,
                Rollout.newBuilder()
                        .setTask(task)
                        .setChampion(version)
                        .setStage(Stage.NONE)
                        .setSequence(1)
                        .setBy("test")
                        .setReason("test")
                        .setAt(Instant.EPOCH)
                        .build());
    }
}
