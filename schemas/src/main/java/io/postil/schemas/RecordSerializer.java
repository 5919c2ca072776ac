package io.postil.schemas;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.Schema;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Serializer;

/**
 * Writes records of one class in the {@link WireFormat}. A lone surrogate becomes a question mark, one code unit for one.
 * Threading: may be used by several threads at once.
 */
final class RecordSerializer<V extends SpecificRecord> implements Serializer<V> {

    private final Schema schema;
    private final SpecificDatumWriter<V> writer;
    private final SchemaIds ids;

    RecordSerializer(Class<V> type, SchemaIds ids) {
        SpecificData model = SpecificData.getForClass(type);
        this.schema = model.getSchema(type);
        this.writer = new SpecificDatumWriter<>(schema, model);
        this.ids = ids;
    }

    @Override
    public byte[] serialize(String topic, V value) {
        if (value == null) {
            return null;
        }
        var bytes = new ByteArrayOutputStream(512);
        bytes.writeBytes(WireFormat.header(ids.idOf(topic, schema)));
        try {
            BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(bytes, null);
            writer.write(value, encoder);
            encoder.flush();
            return bytes.toByteArray();
        } catch (IOException | AvroRuntimeException | NullPointerException | ClassCastException e) {
            throw new SerializationException(
                    "a " + schema.getName() + " for topic " + topic + " does not fit its schema", e);
        }
    }
}
