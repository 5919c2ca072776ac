package io.postil.trainer.runs;

import io.postil.privacy.seal.WrappedKey;
import io.postil.schemas.Receipt;
import io.postil.schemas.Topic;
import io.postil.schemas.Topics;
import io.postil.trainer.parts.ValueSerdes;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.SerializationException;

/** The trainer's topics on a Kafka cluster. */
final class KafkaTrainerLog implements TrainerLog {
    private final Topics topics;
    private final ValueSerdes serdes;
    private final Transactions transactions;
    private final TopicReader reader;
    private final KeyScan keys;

    /** Owns all. Transactions open first: what another trainer wrote is read only once it cannot write any more. */
    KafkaTrainerLog(Topics topics, ValueSerdes serdes, Transactions transactions, TopicReader reader, KeyScan keys) {
        this.topics = topics;
        this.serdes = serdes;
        this.transactions = transactions;
        this.reader = reader;
        this.keys = keys;
    }

    @Override
    public void follow(Ledger ledger) {
        transactions.open();
        reader.follow(ledger);
    }

    @Override
    public void publish(Publication publication) {
        try {
            transactions.write(records(publication));
        } catch (SerializationException e) {
            throw new LogException("records cannot be encoded for now", e);
        }
    }

    @Override
    public Map<String, WrappedKey> keys(Set<String> ids) {
        return keys.read(ids);
    }

    @Override
    public void erase(Collection<String> examples) {
        String topic = topics.examples().name();
        transactions.write(examples.stream()
                .map(key -> new ProducerRecord<String, byte[]>(topic, key, null))
                .toList());
    }

    private List<ProducerRecord<String, byte[]>> records(Publication publication) {
        List<ProducerRecord<String, byte[]>> records = new ArrayList<>();
        records.add(record(topics.checkpoints(), Publication.key(publication.checkpoint()), publication.checkpoint()));
        publication.rollout().ifPresent(rollout -> records.add(record(topics.rollouts(), rollout.getTask(), rollout)));
        for (Receipt receipt : publication.receipts()) {
            records.add(record(topics.receipts(), receipt.getCorrectionId(), receipt));
        }
        return records;
    }

    private <V extends SpecificRecord> ProducerRecord<String, byte[]> record(Topic<V> topic, String key, V value) {
        var bytes = serdes.serde(topic.type()).serializer().serialize(topic.name(), value);
        return new ProducerRecord<>(topic.name(), key, bytes);
    }

    @Override
    public void close() {
        transactions.close();
        reader.close();
    }
}
