package io.postil.trainer.runs;

import io.postil.schemas.Checkpoint;
import io.postil.schemas.Example;
import io.postil.schemas.Rollout;
import io.postil.schemas.Topic;
import io.postil.schemas.Topics;
import io.postil.schemas.UndecodableException;
import io.postil.trainer.parts.ValueSerdes;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.SerializationException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads examples, checkpoints and rollouts into a ledger. The consumer has no group and sees committed records only. */
final class TopicReader implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(TopicReader.class);

    private final Consumer<String, byte[]> consumer;
    private final Topic<Example> examples;
    private final Topic<Checkpoint> checkpoints;
    private final Topic<Rollout> rollouts;
    private final ValueSerdes serdes;
    private final Map<TopicPartition, Long> next = new HashMap<>();

    TopicReader(Consumer<String, byte[]> consumer, Topics topics, ValueSerdes serdes) {
        this.consumer = consumer;
        this.examples = topics.examples();
        this.checkpoints = topics.checkpoints();
        this.rollouts = topics.rollouts();
        this.serdes = serdes;
    }

    void follow(Ledger ledger) {
        try {
            assignNew();
            LogEnd.read(consumer, consumer.endOffsets(consumer.assignment()), record -> {
                take(record, ledger);
                next.put(new TopicPartition(record.topic(), record.partition()), record.offset() + 1);
            });
        } catch (SerializationException e) {
            next.forEach(consumer::seek);
            throw new LogException("records cannot be decoded for now", e);
        } catch (KafkaException e) {
            throw new LogException("the topics cannot be read for now", e);
        }
    }

    private void assignNew() {
        Set<TopicPartition> found = new HashSet<>();
        Stream.of(examples, checkpoints, rollouts)
                .flatMap(topic -> consumer.partitionsFor(topic.name()).stream())
                .forEach(partition -> found.add(new TopicPartition(partition.topic(), partition.partition())));
        if (found.equals(next.keySet())) {
            return;
        }
        consumer.assign(found);
        found.forEach(partition -> next.putIfAbsent(partition, 0L));
        consumer.seekToBeginning(found);
        next.forEach((partition, offset) -> next.put(partition, Math.max(offset, consumer.position(partition))));
        next.forEach(consumer::seek);
    }

    private void take(ConsumerRecord<String, byte[]> record, Ledger ledger) {
        try {
            note(record, ledger);
        } catch (UndecodableException e) {
            LOG.atWarn()
                    .setMessage("Passed over a record that nobody can read")
                    .addKeyValue("topic", record.topic())
                    .addKeyValue("partition", record.partition())
                    .addKeyValue("offset", record.offset())
                    .addKeyValue("reason", e.reason())
                    .log();
        }
    }

    private void note(ConsumerRecord<String, byte[]> record, Ledger ledger) {
        if (record.topic().equals(examples.name())) {
            ledger.example(record.key(), value(examples, record), record.partition(), record.offset());
        } else if (record.value() == null) {
            ledger.forget(record.key());
        } else if (record.topic().equals(checkpoints.name())) {
            ledger.checkpoint(value(checkpoints, record));
        } else {
            ledger.rollout(value(rollouts, record));
        }
    }

    private <V extends SpecificRecord> V value(Topic<V> topic, ConsumerRecord<String, byte[]> record) {
        return serdes.serde(topic.type()).deserializer().deserialize(record.topic(), record.value());
    }

    @Override
    public void close() {
        consumer.close();
    }
}
