package io.postil.trainer;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.postil.privacy.seal.KeyRing;
import io.postil.privacy.seal.Sealer;
import io.postil.schemas.Checkpoint;
import io.postil.schemas.Correction;
import io.postil.schemas.Receipt;
import io.postil.schemas.Topics;
import io.postil.schemas.Verdict;
import io.postil.testkit.LocalKafka;
import io.postil.trainer.fixtures.Corrections;
import io.postil.trainer.fixtures.Utterances;
import io.postil.trainer.runs.FakeTrainerParts;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** The whole trainer on a real broker, with a fake model. */
@Tag("broker")
final class TrainerAppTest {
    private static final Duration LIMIT = Duration.ofSeconds(60);

    @RegisterExtension
    private final LocalKafka kafka = new LocalKafka();

    @TempDir
    private Path folder;

    private Sealer sealer;
    private final FakeTrainerParts parts = new FakeTrainerParts();

    @BeforeEach
    void makeKeys() {
        KeyRing.generate(folder.resolve("keys"));
        sealer = new Sealer(KeyRing.read(folder.resolve("keys")));
    }

    @Test
    void shouldTurnCorrectionsIntoAVersionAndNameItInTheirReceipts() {
        originals(1, 12);
        try (var trainer = start()) {
            corrections(1, 12);

            var receipts = receipts(24);

            assertThat(trainer.failure()).isEmpty();
            assertThat(fates(receipts)).hasSize(24).doesNotHaveDuplicates();
            assertThat(checkpoints()).extracting(Checkpoint::getVersion).containsExactly("v1", "v2");
            assertThat(kafka.read(topics().rollouts(), 2, LIMIT).get(1).value().getChampion())
                    .isEqualTo("v2");
        }
    }

    @Test
    void shouldGoOnWhereItStopped() {
        originals(1, 24);
        try (var trainer = start()) {
            corrections(1, 12);
            receipts(24);
            assertThat(trainer.failure()).isEmpty();
        }
        corrections(13, 24);

        try (var trainer = start()) {
            var receipts = receipts(48);

            assertThat(trainer.failure()).isEmpty();
            assertThat(fates(receipts)).hasSize(48).doesNotHaveDuplicates();
            assertThat(checkpoints()).extracting(Checkpoint::getVersion).containsExactly("v1", "v2", "v3");
            assertThat(checkpoints()).extracting(Checkpoint::getVerdict).containsOnlyOnce(Verdict.STARTER);
        }
    }

    private TrainerApp start() {
        var config = TrainerConfig.read(
                Optional.empty(),
                Map.of(
                        "POSTIL_KAFKA_BOOTSTRAP", kafka.bootstrap(),
                        "POSTIL_REGISTRY_URL", kafka.registryUrl().toString(),
                        "POSTIL_TOPICS_PREFIX", topics().prefix(),
                        "POSTIL_CHECKPOINTS_PATH", folder.resolve("store").toString(),
                        "POSTIL_KEYS_FILE", folder.resolve("keys").toString(),
                        "POSTIL_TRAINER_STATE", folder.resolve("state").toString(),
                        "POSTIL_TRAINER_APPLICATION_ID", topics().prefix() + "trainer",
                        "POSTIL_RUNS_EXAMPLES", "10",
                        "POSTIL_RUNS_QUIET", "2s",
                        "POSTIL_RUNS_CHECK", "100ms"));
        return TrainerApp.start(config, new SimpleMeterRegistry(), parts.parts());
    }

    private Topics topics() {
        return kafka.topics();
    }

    private void originals(int from, int to) {
        for (int i = from; i <= to; i++) {
            var utterance = Utterances.utterance("u" + i, "I can help with " + i);
            kafka.send(topics().originals(), utterance.getId(), Utterances.original(sealer, utterance));
        }
    }

    private void corrections(int from, int to) {
        for (int i = from; i <= to; i++) {
            Correction correction = Corrections.label("k" + i, "u" + i, "offer");
            kafka.send(topics().feedback(), null, correction);
        }
    }

    private List<Receipt> receipts(int atLeast) {
        return kafka.read(topics().receipts(), atLeast, LIMIT).stream()
                .map(ConsumerRecord::value)
                .toList();
    }

    private static Stream<String> fates(List<Receipt> receipts) {
        return receipts.stream().map(receipt -> receipt.getCorrectionId() + " " + receipt.getFate());
    }

    private List<Checkpoint> checkpoints() {
        return kafka.read(topics().checkpoints(), 2, LIMIT).stream()
                .map(ConsumerRecord::value)
                .toList();
    }
}
