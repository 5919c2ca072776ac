package io.postil.stream.annotate;

import static org.assertj.core.api.Assertions.assertThat;

import io.postil.stream.annotate.Pending.Asked;
import io.postil.stream.annotate.Prefetch.Bounds;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PrefetchTest {
    private static final String TOPIC = "test.utterances";

    private final Bench bench = new Bench();
    private final byte[] value = bench.bytes(Bench.utterance("Hi").build());

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void shouldHandOverWhatItHasAskedFor() {
        Prefetch prefetch = prefetch(10, 1000);
        prefetch.offer(record(0, 7));

        var taken = prefetch.take(Position.of(TOPIC, 0, 7));

        assertThat(taken).get().isInstanceOf(Asked.class);
        assertThat(prefetch.take(Position.of(TOPIC, 0, 7))).as("a second time").isEmpty();
    }

    @Test
    void shouldForgetWhatStandsBeforeTheTakenRecord() {
        Prefetch prefetch = prefetch(10, 1000);
        prefetch.offer(record(0, 1));
        prefetch.offer(record(0, 2));
        prefetch.offer(record(0, 3));

        prefetch.take(Position.of(TOPIC, 0, 2));

        assertThat(prefetch.size()).isEqualTo(1);
    }

    @Test
    void shouldForgetAPartitionThatMovesAway() {
        Prefetch prefetch = prefetch(10, 1000);
        prefetch.offer(record(0, 1));
        prefetch.offer(record(1, 1));

        prefetch.drop(new TopicPartition(TOPIC, 0));

        assertThat(prefetch.take(Position.of(TOPIC, 0, 1))).isEmpty();
        assertThat(prefetch.take(Position.of(TOPIC, 1, 1))).isPresent();
    }

    @Test
    void shouldCountARecordThatIsReadAgainOnce() {
        Prefetch prefetch = prefetch(10, 1000);
        prefetch.offer(record(0, 1));

        prefetch.offer(record(0, 1));

        assertThat(prefetch.size()).isEqualTo(1);
    }

    @Test
    void shouldRefuseMoreBytesThanItsBound() {
        Prefetch prefetch = prefetch(10, value.length * 2L);
        prefetch.offer(record(0, 1));
        prefetch.offer(record(0, 2));

        prefetch.offer(record(0, 3));

        assertThat(prefetch.size()).isEqualTo(2);
    }

    private Prefetch prefetch(int records, long bytes) {
        return new Prefetch(bench.annotating.annotator(), new Bounds(records, bytes));
    }

    private ConsumerRecord<byte[], byte[]> record(int partition, long offset) {
        return record(partition, offset, value);
    }

    static ConsumerRecord<byte[], byte[]> record(int partition, long offset, byte[] value) {
        return new ConsumerRecord<>(
                TOPIC,
                partition,
                offset,
                0,
                TimestampType.CREATE_TIME,
                1,
                value == null ? -1 : value.length,
                new byte[] {1},
                value,
                new RecordHeaders(),
                java.util.Optional.empty());
    }
}
