package io.postil.cli.kills;

import static org.assertj.core.api.Assertions.assertThat;

import io.postil.privacy.seal.KeyRing;
import io.postil.schemas.Annotation;
import io.postil.schemas.Checkpoint;
import io.postil.schemas.Correction;
import io.postil.schemas.DeadLetter;
import io.postil.schemas.Example;
import io.postil.schemas.Fate;
import io.postil.schemas.Original;
import io.postil.schemas.Receipt;
import io.postil.schemas.Topic;
import io.postil.schemas.Verdict;
import io.postil.testkit.Corrections;
import io.postil.testkit.Eventually;
import io.postil.testkit.LocalKafka;
import io.postil.testkit.Utterances;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/**
 * Stream and trainer as processes that are killed at random moments, with real models, a real broker and what is committed
 * there. Takes minutes: {@code ./check --kills} runs it. {@code -Dpostil.kills.seed=N} repeats the moments of a run.
 */
@Tag("kills")
class KilledProcessesTest {
    private static final Duration LIMIT = Duration.ofMinutes(5);
    private static final int ROUNDS = 10;
    private static final int UTTERANCES = 200;
    private static final int CORRECTIONS = 7;
    private static final int POISON = 3;
    private static final Duration ROUND = Duration.ofSeconds(15);

    @RegisterExtension
    final LocalKafka kafka = new LocalKafka();

    @TempDir
    Path folder;

    @Test
    void shouldGiveEachRecordOneOutcomeWheneverProcessesAreKilled() {
        long seed = Long.getLong("postil.kills.seed", System.nanoTime());
        System.err.println("postil.kills.seed=" + seed);
        Random random = new Random(seed);
        KeyRing.generate(folder.resolve("keys"));
        try (Child stream = child("stream", random);
                Child trainer = child("trainer", random)) {
            for (int round = 0; round < ROUNDS; round++) {
                send(round);
                live(stream, trainer);
            }

            outcomes();
            corrections();
            runs();
            assertThat(stream.stop()).as(stream.said()).isZero();
            assertThat(trainer.stop()).as(trainer.said()).isZero();
            assertThat(trainer.said()).doesNotContain("Exception").contains("did not end in order");
        }
    }

    private void outcomes() {
        List<String> annotated = read(kafka.topics().annotations(), ROUNDS * UTTERANCES).stream()
                .map(Annotation::getUtteranceId)
                .toList();
        assertThat(annotated).doesNotHaveDuplicates().hasSize(ROUNDS * UTTERANCES);
        assertThat(read(kafka.topics().originals(), ROUNDS * UTTERANCES))
                .extracting(Original::getUtteranceId)
                .doesNotHaveDuplicates()
                .hasSize(ROUNDS * UTTERANCES);
        assertThat(read(kafka.topics().deadLetters(), ROUNDS * POISON))
                .extracting(KilledProcessesTest::place)
                .doesNotHaveDuplicates()
                .hasSize(ROUNDS * POISON);
    }

    private void corrections() {
        Map<String, List<Receipt>> receipts = read(kafka.topics().receipts(), ROUNDS * CORRECTIONS).stream()
                .collect(Collectors.groupingBy(Receipt::getCorrectionId));
        assertThat(receipts).hasSize(ROUNDS * CORRECTIONS);
        assertThat(receipts.values()).allSatisfy(chain -> {
            assertThat(chain.get(0).getFate()).isIn(Fate.ACCEPTED, Fate.HELD_OUT);
            assertThat(chain)
                    .extracting(receipt -> receipt.getFate() + " " + receipt.getVersion())
                    .doesNotHaveDuplicates();
            assertThat(chain)
                    .filteredOn(receipt -> receipt.getVersion() == null)
                    .hasSize(1);
        });
        assertThat(read(kafka.topics().examples(), ROUNDS * CORRECTIONS))
                .extracting(Example::getCorrectionId)
                .doesNotHaveDuplicates()
                .hasSize(ROUNDS * CORRECTIONS);
    }

    /** The last run has read every example once, and each promoted version was rolled out once. */
    private void runs() {
        Eventually.within(LIMIT).passes(() -> assertThat(read(kafka.topics().checkpoints(), 3))
                .extracting(Checkpoint::getExamples)
                .contains(ROUNDS * CORRECTIONS));
        List<Checkpoint> checkpoints = read(kafka.topics().checkpoints(), 3);
        assertThat(checkpoints)
                .extracting(checkpoint -> checkpoint.getTask() + " " + checkpoint.getVersion())
                .doesNotHaveDuplicates();
        assertThat(checkpoints).extracting(Checkpoint::getExamples).allMatch(count -> count <= ROUNDS * CORRECTIONS);
        assertThat(read(kafka.topics().rollouts(), 3))
                .extracting(rollout -> rollout.getTask() + " " + rollout.getChampion())
                .containsExactlyInAnyOrderElementsOf(checkpoints.stream()
                        .filter(checkpoint -> checkpoint.getVerdict() != Verdict.REFUSED)
                        .map(checkpoint -> checkpoint.getTask() + " " + checkpoint.getVersion())
                        .toList());
    }

    /** Corrections are sent beside their utterances: most come before the original. */
    private void send(int round) {
        IntStream.range(0, UTTERANCES).forEach(i -> {
            String id = "u-" + round + "-" + i;
            kafka.send(
                    kafka.topics().utterances(),
                    "c-" + id,
                    Utterances.saying("any news about order " + round + i + "?")
                            .withId(id)
                            .inConversation("c-" + id)
                            .build());
        });
        IntStream.range(0, CORRECTIONS).forEach(i -> {
            Correction correction = Corrections.of("u-" + round + "-" + i)
                    .label("dialogue-act", "request")
                    .withId("k-" + round + "-" + i)
                    .build();
            kafka.send(kafka.topics().feedback(), correction.getUtteranceId(), correction);
        });
        IntStream.range(0, POISON)
                .forEach(i -> kafka.sendBytes(kafka.topics().utterances().name(), "poison", new byte[] {(byte) i}));
    }

    /** A run takes its time, so a trainer lives longer: it shall be killed before one, in it, and after it. */
    private static void live(Child stream, Child trainer) {
        long end = System.nanoTime() + ROUND.toNanos();
        while (System.nanoTime() < end) {
            stream.live(Duration.ofSeconds(15));
            trainer.live(Duration.ofSeconds(50));
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        }
    }

    private static String place(DeadLetter letter) {
        return letter.getTopic() + " " + letter.getPartition() + " " + letter.getOffset();
    }

    private <V extends SpecificRecord> List<V> read(Topic<V> topic, int atLeast) {
        return kafka.read(topic, atLeast, LIMIT).stream()
                .map(ConsumerRecord::value)
                .toList();
    }

    private Child child(String command, Random random) {
        Map<String, String> environment = new HashMap<>();
        environment.put("POSTIL_KAFKA_BOOTSTRAP", kafka.bootstrap());
        environment.put("POSTIL_REGISTRY_URL", kafka.registryUrl().toString());
        environment.put("POSTIL_TOPICS_PREFIX", kafka.topics().prefix());
        environment.put("POSTIL_CHECKPOINTS_PATH", folder.resolve("store").toString());
        environment.put("POSTIL_KEYS_FILE", folder.resolve("keys").toString());
        environment.put("POSTIL_MODEL_CACHE", System.getProperty("postil.root") + "/cli/target/models");
        environment.put("POSTIL_HTTP_PORT", "0");
        environment.put("POSTIL_STREAM_STATE", folder.resolve("stream").toString());
        environment.put("POSTIL_TRAINER_STATE", folder.resolve("trainer").toString());
        environment.put("POSTIL_RUNS_EXAMPLES", "20");
        environment.put("POSTIL_RUNS_WAIT", "15s");
        environment.put("POSTIL_LEARNING_EPOCHS", "1");
        environment.put("POSTIL_LEARNING_REPLAY", "200");
        return new Child(command, environment, folder.resolve(command + ".log"), random::nextInt);
    }
}
