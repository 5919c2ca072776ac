package io.postil.schemas;

import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serializer;

/**
 * Values of one generated class in the Confluent wire format. Null is null both ways. Reading throws
 * {@link UndecodableException} for poison; both ways throw {@link RegistryUnavailableException} where no registry answers in
 * the time that is set, and writing {@link SchemaRefusedException} where it does not take the schema. Threading: one
 * instance, and its serializer and deserializer, may be used by several threads at once. There is nothing to close.
 */
public final class AvroSerde<V extends SpecificRecord> implements Serde<V> {

    private final RecordSerializer<V> serializer;
    private final RecordDeserializer<V> deserializer;

    AvroSerde(Class<V> type, SchemaIds ids) {
        this.serializer = new RecordSerializer<>(type, ids);
        this.deserializer = new RecordDeserializer<>(type, ids);
    }

    @Override
    public Serializer<V> serializer() {
        return serializer;
    }

    @Override
    public Deserializer<V> deserializer() {
        return deserializer;
    }
}
