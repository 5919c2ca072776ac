package io.postil.stream.serving;

import static org.assertj.core.api.Assertions.assertThat;

import io.postil.schemas.AvroSerdes;
import io.postil.schemas.Rollout;
import io.postil.schemas.RolloutStatus;
import io.postil.schemas.Topics;
import io.postil.testkit.Eventually;
import io.postil.testkit.FakeRegistry;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RolloutFollowerTest {
    private static final TopicPartition PARTITION = new TopicPartition("test.rollouts", 0);

    @TempDir
    Path folder;

    private final Topics topics = new Topics("test.");
    private final FakeRegistry registry = FakeRegistry.start();
    private final AvroSerdes serdes =
            new AvroSerdes(Map.of("schema.registry.url", registry.url().toString()));
    private final MockConsumer<String, byte[]> consumer = new MockConsumer<>("earliest");
    private final List<RolloutStatus> reports = new CopyOnWriteArrayList<>();
    private final AtomicInteger readyCalls = new AtomicInteger();
    private Shelf shelf;
    private ServedModels models;
    private RolloutFollower follower;

    @BeforeEach
    void open() {
        shelf = new Shelf(folder);
        shelf.put("nli", "v1", "v2");
        shelf.put("entities", "e1");
        models = shelf.models("nli", "entities");
        var topic = new RolloutTopic(
                consumer, PARTITION.topic(), serdes.serde(topics.rollouts()).deserializer());
        var rollouts = new Rollouts(models.byTask(), "here", reports::add, Clock.systemUTC());
        follower = new RolloutFollower(topic, rollouts, () -> {}, readyCalls::incrementAndGet);
    }

    @AfterEach
    void close() {
        follower.close();
        models.close();
        registry.close();
    }

    @Test
    void shouldLoadWhatTheTopicSaysLastOnly() {
        given(
                Shelf.rollout("nli", "v1").build(),
                Shelf.rollout("entities", "e1").build(),
                Shelf.rollout("nli", "v2").build());

        follower.start();

        eventually(() -> assertThat(readyCalls).hasValue(1));
        assertThat(shelf.opened)
                .extracting(classifier -> classifier.info().version())
                .containsExactlyInAnyOrder("e1", "v2");
        assertThat(follower.problems()).isEmpty();
    }

    @Test
    void shouldNotBeReadyBeforeEachTaskHasAVersion() {
        given(Shelf.rollout("nli", "v1").build());

        follower.start();

        eventually(() -> assertThat(follower.problems()).containsEntry("entities", "waits for a first rollout"));
        assertThat(readyCalls).hasValue(0);
    }

    @Test
    void shouldFollowWhatIsWantedLater() {
        given(
                Shelf.rollout("nli", "v1").build(),
                Shelf.rollout("entities", "e1").build());
        follower.start();
        eventually(() -> assertThat(readyCalls).hasValue(1));

        consumer.schedulePollTask(() -> add(2, Shelf.rollout("nli", "v2").build()));

        eventually(() -> assertThat(reports)
                .last()
                .extracting(RolloutStatus::getChampion)
                .isEqualTo("v2"));
        assertThat(readyCalls).as("called once").hasValue(1);
    }

    @Test
    void shouldLeaveOutARolloutThatCannotBeRead() {
        givenPartition(3);
        consumer.schedulePollTask(() -> {
            add(0, Shelf.rollout("nli", "v1").build());
            consumer.addRecord(new ConsumerRecord<>(PARTITION.topic(), 0, 1, "entities", new byte[] {1, 2}));
            add(2, Shelf.rollout("entities", "e1").build());
        });

        follower.start();

        eventually(() -> assertThat(readyCalls).hasValue(1));
    }

    @Test
    void shouldWaitForATopicThatDoesNotExist() {
        follower.start();

        eventually(() -> assertThat(follower.problems()).containsEntry("rollouts", "the topic does not exist"));
        assertThat(follower.ended()).isEmpty();
    }

    private void given(Rollout... rollouts) {
        givenPartition(rollouts.length);
        consumer.schedulePollTask(() -> {
            for (int i = 0; i < rollouts.length; i++) {
                add(i, rollouts[i]);
            }
        });
    }

    private void givenPartition(long end) {
        var node = new Node(1, "nowhere", 1);
        Node[] nodes = {node};
        consumer.updatePartitions(
                PARTITION.topic(), List.of(new PartitionInfo(PARTITION.topic(), 0, node, nodes, nodes)));
        consumer.updateBeginningOffsets(Map.of(PARTITION, 0L));
        consumer.updateEndOffsets(Map.of(PARTITION, end));
    }

    private void add(long offset, Rollout rollout) {
        byte[] value = serdes.serde(topics.rollouts()).serializer().serialize(PARTITION.topic(), rollout);
        consumer.addRecord(new ConsumerRecord<>(PARTITION.topic(), 0, offset, rollout.getTask(), value));
    }

    private static void eventually(Runnable assertion) {
        Eventually.within(Duration.ofSeconds(10)).passes(assertion);
    }
}
