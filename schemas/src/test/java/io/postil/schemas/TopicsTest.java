package io.postil.schemas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

final class TopicsTest {

    private final Topics topics = new Topics("team-a.");

    @Test
    void shouldDeclareTheTopicsOfTheDesign() {
        assertThat(topics.all())
                .extracting(Topic::name)
                .containsExactly(
                        "team-a.utterances",
                        "team-a.annotations",
                        "team-a.originals",
                        "team-a.feedback",
                        "team-a.receipts",
                        "team-a.examples",
                        "team-a.checkpoints",
                        "team-a.rollouts",
                        "team-a.rollout-status",
                        "team-a.dead-letters",
                        "team-a.conversation-keys",
                        "team-a.forgets");
    }

    @Test
    void shouldNameTheSubjectAfterTheTopic() {
        assertThat(topics.utterances().subject()).isEqualTo("team-a.utterances-value");
    }

    @Test
    void shouldGiveEachTopicATypeOfItsOwn() {
        assertThat(topics.all()).extracting(topic -> topic.type().getName()).doesNotHaveDuplicates();
    }

    @Test
    void shouldKeepWhatIsStateAndDropWhatIsHistory() {
        assertThat(topics.all())
                .filteredOn(topic -> topic.cleanup().policy().equals("compact"))
                .extracting(Topic::name)
                .containsExactly(
                        "team-a.examples", "team-a.checkpoints", "team-a.rollouts", "team-a.conversation-keys");
    }

    @Test
    void shouldEraseAForgottenKeyWithinADay() {
        assertThat(topics.conversationKeys().settings())
                .containsEntry("max.compaction.lag.ms", "86400000")
                .containsEntry("delete.retention.ms", "2592000000");
    }

    @Test
    void shouldTakeTheLargestValueOnEveryTopicThatHoldsACopyOfIt() {
        assertThat(topics.all())
                .filteredOn(topic -> topic.spread() == Topic.Spread.BY_KEY)
                .filteredOn(topic -> !List.of(topics.receipts(), topics.conversationKeys(), topics.forgets())
                        .contains(topic))
                .allSatisfy(topic -> assertThat(topic.maxMessageBytes()).isGreaterThan(Topics.LARGEST_VALUE_BYTES));
    }

    @Test
    void shouldKeepOriginalsForTheLearningWindow() {
        var topic = new Topics("", Duration.ofHours(12)).originals();

        assertThat(topic.settings())
                .containsEntry("retention.ms", "43200000")
                .containsEntry("cleanup.policy", "compact,delete")
                .containsEntry("message.timestamp.type", "LogAppendTime");
    }

    @Test
    void shouldOrderRolloutsInOnePartition() {
        assertThat(topics.rollouts().partitions(12)).isOne();
        assertThat(topics.utterances().partitions(12)).isEqualTo(12);
    }

    @Test
    void shouldRefuseAPrefixThatKafkaWouldRefuse() {
        assertThatThrownBy(() -> new Topics("team a/"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContainingAll("topic prefix", "team a/", "expected");
    }
}
