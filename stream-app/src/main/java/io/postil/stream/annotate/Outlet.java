package io.postil.stream.annotate;

import io.postil.schemas.Topic;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Serializer;

/** A topic that is written to, and what it takes. */
record Outlet<V extends SpecificRecord>(Topic<V> topic, Serializer<V> serializer) {
    /** What Kafka adds to a key and a value: record and batch overhead (some 90 bytes) and our one header. */
    private static final int OVERHEAD = 1024;

    byte[] write(V value) {
        return serializer.serialize(topic.name(), value);
    }

    /** Whether the topic takes a record of this size, uncompressed and alone in its batch. The key may be null. */
    boolean fits(byte[] key, byte[] value) {
        long size = (long) value.length + (key == null ? 0 : key.length) + OVERHEAD;
        return size <= topic.maxMessageBytes();
    }
}
