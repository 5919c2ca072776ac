package io.postil.stream.annotate;

import static org.assertj.core.api.Assertions.assertThat;

import io.postil.privacy.policy.Policy;
import io.postil.stream.fixtures.ScriptedModels;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.apache.kafka.common.TopicPartition;

class PrefetchBoundsTest {
    /** Reads records without a value only. */
    private final Annotator annotator = new Annotator(
            new UtteranceReader(null, Policy.standard(), 1),
            new ScriptedModels(),
            List.of(),
            Policy.standard(),
            null,
            null);

    @Property(tries = 50)
    void shouldStayWithinItsBoundsAndLeaveNothing(@ForAll @Size(max = 60) List<@IntRange(max = 99) Integer> steps) {
        Prefetch prefetch = new Prefetch(annotator, new Prefetch.Bounds(5, 1000));

        for (int step : steps) {
            int partition = step % 3;
            int offset = step / 10;
            if (step % 2 == 0) {
                prefetch.offer(PrefetchTest.record(partition, offset, null));
            } else if (step % 5 == 0) {
                prefetch.drop(new TopicPartition("test.utterances", partition));
            } else {
                prefetch.take(Position.of("test.utterances", partition, offset));
            }
            assertThat(prefetch.size()).isBetween(0, 5);
        }
        for (int partition = 0; partition < 3; partition++) {
            prefetch.drop(new TopicPartition("test.utterances", partition));
        }
        assertThat(prefetch.size()).isZero();
    }
}
