package io.postil.trainer.runs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RoundRobinPartitioner;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;

final class TransactionsTest {
    private static final List<ProducerRecord<String, byte[]>> RECORDS =
            List.of(new ProducerRecord<>("a", "k", new byte[] {1}), new ProducerRecord<>("b", "k", new byte[] {2}));

    private final List<MockProducer<String, byte[]>> producers = new ArrayList<>();

    @Test
    void shouldCommitAllRecordsTogether() {
        try (var transactions = new Transactions(this::producer)) {
            transactions.write(RECORDS);

            assertThat(producers.get(0).history()).isEqualTo(RECORDS);
            assertThat(producers.get(0).commitCount()).isEqualTo(1);
        }
    }

    @Test
    void shouldEndWhenFenced() {
        try (var transactions = new Transactions(this::producer)) {
            producers.get(0).commitTransactionException = new ProducerFencedException("by another");

            assertThatThrownBy(() -> transactions.write(RECORDS)).isInstanceOf(FencedException.class);

            assertThat(producers.get(0).closed()).isTrue();
        }
    }

    @Test
    void shouldBeginAnewAfterAnErrorThatMayPass() {
        try (var transactions = new Transactions(this::producer)) {
            producers.get(0).commitTransactionException = new TimeoutException("slow");
            assertThatThrownBy(() -> transactions.write(RECORDS)).isInstanceOf(LogException.class);

            transactions.write(RECORDS);

            assertThat(producers).hasSize(2);
            assertThat(producers.get(0).closed()).isTrue();
            assertThat(producers.get(1).commitCount()).isEqualTo(1);
        }
    }

    private Producer<String, byte[]> producer() {
        var producer = new MockProducer<>(
                true, new RoundRobinPartitioner(), new StringSerializer(), new ByteArraySerializer());
        producers.add(producer);
        return producer;
    }
}
