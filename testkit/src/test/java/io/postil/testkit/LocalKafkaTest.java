package io.postil.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.postil.schemas.TopicAdmin;
import io.postil.schemas.TopicOutcome;
import io.postil.schemas.Topics;
import io.postil.schemas.Utterance;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@Tag("broker")
final class LocalKafkaTest {

    private static final Duration LIMIT = Duration.ofSeconds(20);

    @RegisterExtension
    final LocalKafka kafka = new LocalKafka(3);

    @Test
    void shouldReadWhatWasSent() {
        Utterance utterance = Utterances.saying("good morning").build();

        kafka.send(kafka.topics().utterances(), "c1", utterance);

        assertThat(kafka.read(kafka.topics().utterances(), 1, LIMIT))
                .singleElement()
                .satisfies(record -> {
                    assertThat(record.key()).isEqualTo("c1");
                    assertThat(record.value()).isEqualTo(utterance);
                });
    }

    @Test
    void shouldTakeTheLargestUtterance() {
        Utterance utterance =
                Utterances.saying("a".repeat(Topics.LARGEST_VALUE_BYTES - 100)).build();

        kafka.send(kafka.topics().utterances(), "c1", utterance);

        assertThat(kafka.read(kafka.topics().utterances(), 1, LIMIT)).hasSize(1);
    }

    @Test
    void shouldFindAllTopicsAsWantedWhenTheyAreCreatedAgain() {
        try (Admin admin = kafka.admin()) {
            List<TopicOutcome> outcomes = TopicAdmin.create(admin, kafka.topics(), 3, 1);

            assertThat(outcomes).hasSameSizeAs(kafka.topics().all()).allMatch(TopicOutcome.AsWanted.class::isInstance);
        }
    }

    @Test
    void shouldReportATopicThatSomebodyElseMadeOtherwise() throws ExecutionException, InterruptedException {
        var topics = new Topics("other.");
        try (Admin admin = kafka.admin()) {
            var made =
                    new NewTopic(topics.receipts().name(), 1, (short) 1).configs(Map.of("cleanup.policy", "compact"));
            admin.createTopics(List.of(made)).all().get();

            List<TopicOutcome> outcomes = TopicAdmin.create(admin, topics, 3, 1);

            assertThat(outcomes)
                    .filteredOn(TopicOutcome.Created.class::isInstance)
                    .hasSize(topics.all().size() - 1);
            assertThat(outcomes)
                    .filteredOn(TopicOutcome.Differs.class::isInstance)
                    .singleElement()
                    .asString()
                    .contains("partitions is 1, expected 3", "cleanup.policy is compact, expected compact,delete");
        }
    }
}
