package io.postil.trainer.runs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.postil.schemas.Checkpoint;
import io.postil.schemas.Fate;
import io.postil.schemas.KeptKey;
import io.postil.schemas.Receipt;
import io.postil.schemas.Rollout;
import io.postil.schemas.Stage;
import io.postil.schemas.Verdict;
import io.postil.testkit.Eventually;
import io.postil.testkit.LocalKafka;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** On a real broker, since fencing and isolation are its work. */
@Tag("broker")
final class KafkaTrainerLogTest {
    private static final Duration LIMIT = Duration.ofSeconds(30);

    @RegisterExtension
    private final LocalKafka kafka = new LocalKafka();

    @Test
    void shouldPublishAllThatOneRunCameTo() {
        try (var log = open()) {
            log.publish(publication("v2"));
        }

        assertThat(kafka.read(kafka.topics().checkpoints(), 1, LIMIT))
                .singleElement()
                .satisfies(record -> assertThat(record.key()).isEqualTo("dialogue-act/v2"));
        assertThat(kafka.read(kafka.topics().rollouts(), 1, LIMIT))
                .singleElement()
                .satisfies(record -> assertThat(record.key()).isEqualTo("dialogue-act"));
        assertThat(kafka.read(kafka.topics().receipts(), 1, LIMIT))
                .singleElement()
                .satisfies(record -> assertThat(record.key()).isEqualTo("k1"));
    }

    @Test
    void shouldShutOutTheTrainerBeforeIt() {
        try (var first = open();
                var second = open()) {
            assertThatThrownBy(() -> first.publish(publication("v2"))).isInstanceOf(FencedException.class);

            second.publish(publication("v3"));

            var ledger = new Ledger();
            Eventually.within(LIMIT).passes(() -> {
                second.follow(ledger);
                assertThat(ledger.of("dialogue-act").checkpoints()).containsOnlyKeys("v3");
            });
        }
    }

    @Test
    void shouldReadOnFromWhereItWas() {
        try (var log = open()) {
            var ledger = new Ledger();
            log.follow(ledger);
            log.publish(publication("v2"));

            Eventually.within(LIMIT).passes(() -> {
                log.follow(ledger);
                assertThat(ledger.of("dialogue-act").rollout())
                        .map(Rollout::getChampion)
                        .contains("v2");
            });
        }
    }

    @Test
    void shouldReadTheKeysThatAreWantedAndNotForgotten() {
        var topic = kafka.topics().conversationKeys();
        var kept = new KeptKey("name", ByteBuffer.wrap(new byte[] {1, 2}), Instant.EPOCH);
        List.of("a", "b", "c").forEach(id -> kafka.send(topic, id, kept));
        kafka.sendBytes(topic.name(), "b", null);
        try (var log = open()) {
            var keys = log.keys(Set.of("a", "b", "d"));

            assertThat(keys).containsOnlyKeys("a");
            assertThat(keys.get("a").name()).isEqualTo("name");
            assertThat(keys.get("a").bytes()).containsExactly(1, 2);
        }
    }

    @Test
    void shouldDeleteExamples() {
        try (var log = open()) {
            log.erase(List.of("u1/dialogue-act"));
        }

        assertThat(kafka.read(kafka.topics().examples(), 1, LIMIT))
                .singleElement()
                .satisfies(record -> {
                    assertThat(record.key()).isEqualTo("u1/dialogue-act");
                    assertThat(record.value()).isNull();
                });
    }

    @Test
    void shouldPassOverWhatNobodyCanRead() {
        kafka.sendBytes(kafka.topics().rollouts().name(), "dialogue-act", "noise".getBytes(StandardCharsets.UTF_8));
        try (var log = open()) {
            log.publish(publication("v2"));

            var ledger = new Ledger();
            Eventually.within(LIMIT).passes(() -> {
                log.follow(ledger);
                assertThat(ledger.of("dialogue-act").rollout()).isPresent();
            });
        }
    }

    private TrainerLog open() {
        Map<String, Object> clients = Map.of("bootstrap.servers", kafka.bootstrap());
        return new LogSettings(
                        clients,
                        kafka.topics(),
                        kafka.serdes()::serde,
                        kafka.topics().prefix() + "runs")
                .open();
    }

    private static Publication publication(String version) {
        var checkpoint = Checkpoint.newBuilder()
                .setTask("dialogue-act")
                .setVersion(version)
                .setLocation("dialogue-act/" + version)
                .setDigest("d")
                .setBase("b")
                .setVerdict(Verdict.PROMOTED)
                .setReason("better")
                .setExamples(1)
                .setAt(Instant.EPOCH)
                .build();
        var rollout = Rollout.newBuilder()
                .setTask("dialogue-act")
                .setChampion(version)
                .setStage(Stage.NONE)
                .setSequence(2)
                .setBy("trainer")
                .setReason("better")
                .setAt(Instant.EPOCH)
                .build();
        var receipt = Receipt.newBuilder()
                .setCorrectionId("k1")
                .setUtteranceId("u1")
                .setTask("dialogue-act")
                .setFate(Fate.TRAINED)
                .setVersion(version)
                .setAt(Instant.EPOCH)
                .build();
        return new Publication(checkpoint, Optional.of(rollout), List.of(receipt));
    }
}
