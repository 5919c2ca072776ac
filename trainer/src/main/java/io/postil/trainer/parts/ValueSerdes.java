package io.postil.trainer.parts;

import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Serde;

/** Where the serdes of values come from. */
@FunctionalInterface
public interface ValueSerdes {
    <V extends SpecificRecord> Serde<V> serde(Class<V> type);
}
