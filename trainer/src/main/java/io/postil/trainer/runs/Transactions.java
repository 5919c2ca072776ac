package io.postil.trainer.runs;

import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InvalidProducerEpochException;
import org.apache.kafka.common.errors.ProducerFencedException;

/**
 * Writes records in transactions under one id. Opening it shuts out whoever wrote under that id before.
 *
 * <p>After any failure the producer is closed, and the next transaction begins with a new one: its opening ends the broken
 * transaction, so that a reader then knows whether it was committed.
 */
final class Transactions implements AutoCloseable {
    private final Supplier<Producer<String, byte[]>> producers;
    private Producer<String, byte[]> producer;

    /** @throws LogException if the broker cannot be reached */
    Transactions(Supplier<Producer<String, byte[]>> producers) {
        this.producers = producers;
        open();
    }

    /** Ends what a failure left open; does nothing otherwise. */
    void open() {
        if (producer != null) {
            return;
        }
        var opened = producers.get();
        try {
            opened.initTransactions();
            producer = opened;
        } catch (KafkaException e) {
            opened.close(Duration.ZERO);
            throw new LogException("transactions cannot be opened for now", e);
        }
    }

    @SuppressWarnings("FutureReturnValueIgnored") // where a send fails, so does the commit
    void write(List<ProducerRecord<String, byte[]>> records) {
        open();
        try {
            producer.beginTransaction();
            records.forEach(producer::send);
            producer.commitTransaction();
        } catch (ProducerFencedException | InvalidProducerEpochException e) {
            close();
            throw new FencedException("another trainer writes under the same id; only one can", e);
        } catch (KafkaException e) {
            close();
            throw new LogException("the transaction could not be written", e);
        }
    }

    @Override
    public void close() {
        if (producer != null) {
            producer.close(Duration.ZERO);
            producer = null;
        }
    }
}
