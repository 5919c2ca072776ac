package io.postil.trainer.intake;

import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Serde;

/**
 * Records of one topic as the bytes that stand in it. Internal topics and stores keep these bytes as they are, so no schema
 * has to be registered for them.
 */
record Wire<V extends SpecificRecord>(String topic, Serde<V> serde) {

    V read(byte[] value) {
        return serde.deserializer().deserialize(topic, value);
    }

    byte[] write(V record) {
        return serde.serializer().serialize(topic, record);
    }
}
