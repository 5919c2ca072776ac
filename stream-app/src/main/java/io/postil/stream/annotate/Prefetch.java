package io.postil.stream.annotate;

import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/**
 * Records whose outcome is under way before their turn comes, by their position. A record that has none is only slower, never
 * lost, so that whatever is in doubt is dropped. Bounded; and a record taken drops those before it in its partition, so
 * that nothing stays that nobody will take. Threading: shared by all stream threads.
 */
final class Prefetch {

    /**
     * The most that is held.
     *
     * @param records over all partitions
     * @param bytes of their values
     */
    record Bounds(int records, long bytes) {}

    private record Entry(Pending pending, int bytes) {}

    private final Annotator annotator;
    private final Bounds bounds;
    private final Map<TopicPartition, NavigableMap<Long, Entry>> entries = new HashMap<>();
    private int records;
    private long bytes;

    Prefetch(Annotator annotator, Bounds bounds) {
        this.annotator = annotator;
        this.bounds = bounds;
    }

    /**
     * Asks the models for a record, unless the bounds are reached.
     *
     * @throws io.postil.schemas.RegistryUnavailableException if the value's schema could not be fetched
     */
    void offer(ConsumerRecord<byte[], byte[]> record) {
        int size = Math.max(0, record.serializedValueSize());
        if (hasRoom(size)) {
            Pending pending = annotator.begin(record.topic(), record.key(), record.value());
            put(Position.of(record.topic(), record.partition(), record.offset()), new Entry(pending, size));
        }
    }

    /** Hands over what is under way for a record, and forgets it and all before it in its partition. */
    synchronized Optional<Pending> take(Position position) {
        NavigableMap<Long, Entry> ofPartition = entries.get(position.partition());
        if (ofPartition == null) {
            return Optional.empty();
        }
        Entry entry = ofPartition.get(position.offset());
        forget(ofPartition.headMap(position.offset(), true));
        if (ofPartition.isEmpty()) {
            entries.remove(position.partition());
        }
        return Optional.ofNullable(entry).map(Entry::pending);
    }

    synchronized void drop(TopicPartition partition) {
        NavigableMap<Long, Entry> ofPartition = entries.remove(partition);
        if (ofPartition != null) {
            forget(ofPartition);
        }
    }

    /** How many records are held. */
    synchronized int size() {
        return records;
    }

    private synchronized boolean hasRoom(int size) {
        return records < bounds.records() && bytes + size <= bounds.bytes();
    }

    private synchronized void put(Position position, Entry entry) {
        Entry before = entries.computeIfAbsent(position.partition(), partition -> new TreeMap<>())
                .put(position.offset(), entry);
        records += before == null ? 1 : 0;
        bytes += entry.bytes() - (before == null ? 0 : before.bytes());
    }

    private void forget(NavigableMap<Long, Entry> gone) {
        records -= gone.size();
        bytes -= gone.values().stream().mapToLong(Entry::bytes).sum();
        gone.clear();
    }
}
