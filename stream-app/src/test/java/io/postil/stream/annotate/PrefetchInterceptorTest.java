package io.postil.stream.annotate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PrefetchInterceptorTest {
    private static final String TOPIC = "test.utterances";

    private final Bench bench = new Bench();
    private final PrefetchInterceptor interceptor = new PrefetchInterceptor();

    @BeforeEach
    void configure() {
        interceptor.configure(
                Map.of(PrefetchInterceptor.PREFETCH, bench.annotating.prefetch(), PrefetchInterceptor.TOPIC, TOPIC));
    }

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void shouldAskTheModelsForAWholePollBeforeAnyRecordIsProcessed() {
        interceptor.onConsume(poll(utterance("one"), utterance("two")));

        assertThat(bench.models.asked())
                .containsExactly("dialogue-act: one", "entities: one", "dialogue-act: two", "entities: two");
    }

    @Test
    void shouldSpareTheProcessorTheAsking() {
        interceptor.onConsume(poll(utterance("one")));

        bench.send(utterance("one"));

        assertThat(bench.models.asked()).hasSize(2);
        assertThat(bench.metrics.events()).containsExactly("read", "hit", "annotated");
    }

    @Test
    void shouldPassOnEveryRecordAsItIs() {
        ConsumerRecords<byte[], byte[]> records = poll(utterance("one"), null, new byte[] {9});

        assertThat(interceptor.onConsume(records)).isSameAs(records);
    }

    @Test
    void shouldPassOnEveryRecordWhenTheRegistryIsAway() {
        byte[] ofUnseenSchema = utterance("one");
        ofUnseenSchema[4] = 77;
        bench.loseRegistry();
        ConsumerRecords<byte[], byte[]> records = poll(ofUnseenSchema, utterance("two"));

        assertThat(interceptor.onConsume(records)).isSameAs(records);
        assertThat(bench.annotating.prefetch().size()).isZero();
    }

    @Test
    void shouldPassOnEveryRecordWhenPrefetchingItselfFails() {
        var broken = new PrefetchInterceptor();
        broken.configure(Map.of(PrefetchInterceptor.TOPIC, TOPIC));
        ConsumerRecords<byte[], byte[]> records = poll(utterance("one"));

        assertThat(broken.onConsume(records)).isSameAs(records);
    }

    @Test
    void shouldLeaveNothingWhenItsConsumerCloses() {
        interceptor.onConsume(poll(utterance("one"), utterance("two")));

        interceptor.close();

        assertThat(bench.annotating.prefetch().size()).isZero();
    }

    @Test
    void shouldLeaveNothingWhenTheTaskCloses() {
        interceptor.onConsume(poll(utterance("one"), utterance("two")));

        bench.closeTask();

        assertThat(bench.annotating.prefetch().size()).isZero();
    }

    private byte[] utterance(String text) {
        return bench.bytes(Bench.utterance(text).build());
    }

    private static ConsumerRecords<byte[], byte[]> poll(byte[]... values) {
        List<byte[]> all = Arrays.asList(values);
        List<ConsumerRecord<byte[], byte[]>> records = all.stream()
                .map(value -> PrefetchTest.record(0, all.indexOf(value), value))
                .toList();
        return new ConsumerRecords<>(Map.of(new TopicPartition(TOPIC, 0), records), Map.of());
    }
}
