package io.postil.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;
import org.junit.jupiter.api.Test;

final class EvolutionTest {

    private static final String TOPIC = "postil.utterances";

    private final InMemorySchemaIds ids = new InMemorySchemaIds();
    private final AvroSerde<Utterance> serde = new AvroSerde<>(Utterance.class, ids);

    @Test
    void shouldFillInWhatAnOlderProducerDidNotKnow() throws IOException {
        Schema older = parse("{\"name\":\"id\",\"type\":\"string\"},{\"name\":\"text\",\"type\":\"string\"}");

        Utterance utterance = read(older, record(older));

        assertThat(utterance)
                .isEqualTo(Utterance.newBuilder().setId("u1").setText("hello").build());
    }

    @Test
    void shouldPassOverWhatANewerProducerAdds() throws IOException {
        Schema newer = parse("{\"name\":\"mood\",\"type\":\"string\"},{\"name\":\"id\",\"type\":\"string\"},"
                + "{\"name\":\"text\",\"type\":\"string\"}");
        GenericRecord record = record(newer);
        record.put("mood", "cheerful");

        Utterance utterance = read(newer, record);

        assertThat(utterance.getText()).isEqualTo("hello");
    }

    private static Schema parse(String fields) {
        return new Schema.Parser()
                .parse("{\"type\":\"record\",\"name\":\"Utterance\",\"namespace\":\"io.postil.schemas\",\"fields\":["
                        + fields + "]}");
    }

    private static GenericRecord record(Schema schema) {
        GenericRecord record = new GenericData.Record(schema);
        record.put("id", "u1");
        record.put("text", "hello");
        return record;
    }

    private Utterance read(Schema written, GenericRecord record) throws IOException {
        var bytes = new ByteArrayOutputStream();
        bytes.writeBytes(WireFormat.header(ids.idOf(TOPIC, written)));
        BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(bytes, null);
        new GenericDatumWriter<GenericRecord>(written).write(record, encoder);
        encoder.flush();
        return serde.deserializer().deserialize(TOPIC, bytes.toByteArray());
    }
}
