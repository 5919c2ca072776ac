package io.postil.schemas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.postil.schemas.TopicOutcome.Difference;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.TopicPartitionInfo;
import org.junit.jupiter.api.Test;

final class TopicLayoutTest {

    private final Topics topics = new Topics("postil.");
    private final NewTopic wanted = new TopicLayout(6, 3).wanted(topics.receipts());

    @Test
    void shouldAskForAllCopiesButOneWhenThereAreThree() {
        assertThat(wanted.configs()).containsEntry("min.insync.replicas", "2");
    }

    @Test
    void shouldAskForTheOnlyCopyWhenThereIsOne() {
        assertThat(new TopicLayout(6, 1).wanted(topics.receipts()).configs()).containsEntry("min.insync.replicas", "1");
    }

    @Test
    void shouldFindATopicAsWantedWhateverTheOrderOfItsCleanup() {
        var outcome = TopicLayout.compare(wanted, found(6), settings(Map.of("cleanup.policy", "delete,compact")));

        assertThat(outcome).isEqualTo(new TopicOutcome.AsWanted("postil.receipts"));
    }

    @Test
    void shouldReportEveryDifference() {
        var outcome = TopicLayout.compare(wanted, found(4), settings(Map.of("cleanup.policy", "delete")));

        assertThat(outcome)
                .isEqualTo(new TopicOutcome.Differs(
                        "postil.receipts",
                        List.of(
                                new Difference("partitions", "6", "4"),
                                new Difference("cleanup.policy", "compact,delete", "delete"))));
    }

    @Test
    void shouldRefuseALayoutWithoutPartitions() {
        assertThatThrownBy(() -> new TopicLayout(0, 1)).hasMessageContaining("partitions: 0");
    }

    private static TopicDescription found(int partitions) {
        List<Node> replicas = Collections.nCopies(3, new Node(0, "localhost", 9092));
        return new TopicDescription(
                "postil.receipts",
                false,
                IntStream.range(0, partitions)
                        .mapToObj(i -> new TopicPartitionInfo(i, replicas.get(0), replicas, replicas))
                        .toList());
    }

    private Config settings(Map<String, String> changed) {
        var settings = new HashMap<>(wanted.configs());
        settings.putAll(changed);
        return new Config(settings.entrySet().stream()
                .map(setting -> new ConfigEntry(setting.getKey(), setting.getValue()))
                .toList());
    }
}
