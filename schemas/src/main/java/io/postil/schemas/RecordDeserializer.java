package io.postil.schemas;

import io.postil.schemas.UndecodableException.Reason;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.avro.Schema;
import org.apache.avro.SchemaCompatibility;
import org.apache.avro.SchemaCompatibility.SchemaCompatibilityType;
import org.apache.avro.SchemaCompatibility.SchemaPairCompatibility;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.DatumReader;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Deserializer;

/**
 * Reads records of one class in the {@link WireFormat}, whichever version of its schema they were written with. Lengths and
 * counts that bytes declare are bounded by the bytes that are there. Threading: may be used by several threads at once.
 */
final class RecordDeserializer<V extends SpecificRecord> implements Deserializer<V> {

    private final SpecificData model;
    private final Schema schema;
    private final SchemaIds ids;
    private final Map<Integer, DatumReader<V>> readers = new ConcurrentHashMap<>();

    RecordDeserializer(Class<V> type, SchemaIds ids) {
        this.model = SpecificData.getForClass(type);
        this.schema = model.getSchema(type);
        this.ids = ids;
    }

    @Override
    public V deserialize(String topic, byte[] bytes) {
        if (bytes == null) {
            return null;
        }
        if (!WireFormat.begins(bytes)) {
            throw new UndecodableException(
                    Reason.NOT_AVRO,
                    "a record is not in the Confluent wire format (topic " + topic + ", " + bytes.length + " bytes)");
        }
        int id = WireFormat.id(bytes);
        Schema written = ids.schemaOf(topic, id);
        return read(topic, id, written, bytes);
    }

    /** What a hostile payload makes Avro throw is not a closed set, hence every runtime exception. */
    private V read(String topic, int id, Schema written, byte[] bytes) {
        BinaryDecoder decoder = DecoderFactory.get()
                .binaryDecoder(bytes, WireFormat.HEADER_BYTES, bytes.length - WireFormat.HEADER_BYTES, null);
        try {
            V value = readers.computeIfAbsent(id, key -> new SpecificDatumReader<>(written, schema, model))
                    .read(null, decoder);
            if (decoder.isEnd()) {
                return value;
            }
        } catch (IOException | RuntimeException | StackOverflowError e) {
            throw undecodable(topic, id, written, e);
        }
        throw new UndecodableException(
                Reason.NOT_AVRO,
                "bytes follow the record (" + where(topic, id) + ", schema " + written.getFullName() + ")");
    }

    private UndecodableException undecodable(String topic, int id, Schema written, Throwable cause) {
        SchemaPairCompatibility pair = SchemaCompatibility.checkReaderWriterCompatibility(schema, written);
        if (pair.getType() == SchemaCompatibilityType.COMPATIBLE) {
            return new UndecodableException(
                    Reason.NOT_AVRO, "the bytes are not what their schema says (" + where(topic, id) + ")", cause);
        }
        return new UndecodableException(
                Reason.WRONG_SCHEMA,
                "a record of schema " + written.getFullName() + " cannot be read as " + schema.getName() + " ("
                        + where(topic, id) + "): " + pair.getResult().getIncompatibilities(),
                cause);
    }

    private static String where(String topic, int id) {
        return "topic " + topic + ", subject " + topic + "-value, schema id " + id;
    }
}
