package io.postil.schemas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.postil.schemas.UndecodableException.Reason;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class PoisonTest {

    private static final String TOPIC = "postil.utterances";

    private final InMemorySchemaIds ids = new InMemorySchemaIds();
    private final AvroSerde<Utterance> serde = new AvroSerde<>(Utterance.class, ids);
    private final AvroSerde<Annotation> annotations = new AvroSerde<>(Annotation.class, ids);

    @Property
    void shouldAnswerAnyBytesWithARecordOrAReason(@ForAll byte[] body) {
        byte[] bytes = framed(ids.idOf(TOPIC, Utterance.getClassSchema()), body);

        Throwable thrown = catchThrowableOfType(Throwable.class, () -> read(bytes));

        assertThat(thrown == null || thrown instanceof UndecodableException).isTrue();
    }

    @Test
    void shouldCallTextPoisonThatIsNotAvro() {
        assertPoison("{\"text\": \"hello\"}".getBytes(StandardCharsets.UTF_8), Reason.NOT_AVRO);
    }

    @Test
    void shouldCallBytesPoisonThatEndWithinTheHeader() {
        assertPoison(new byte[] {0, 0, 0}, Reason.NOT_AVRO);
    }

    @Test
    void shouldCallARecordPoisonThatIsCutOff() {
        byte[] bytes = serde.serializer().serialize(TOPIC, utterance());

        assertPoison(Arrays.copyOf(bytes, bytes.length - 3), Reason.NOT_AVRO);
    }

    @Test
    void shouldCallARecordPoisonThatBytesFollow() {
        byte[] bytes = serde.serializer().serialize(TOPIC, utterance());

        assertPoison(Arrays.copyOf(bytes, bytes.length + 1), Reason.NOT_AVRO);
    }

    @Test
    void shouldCallAnotherRecordPoison() {
        var receipts = new AvroSerde<>(Rollout.class, ids);
        byte[] bytes = receipts.serializer().serialize(TOPIC, anyRollout());

        assertPoison(bytes, Reason.WRONG_SCHEMA);
    }

    @Test
    void shouldNameTopicSubjectAndId() {
        int id = ids.idOf(TOPIC, SchemaBuilder.builder().stringType());

        assertThatThrownBy(() -> read(framed(id, new byte[] {2, 'x'})))
                .hasMessageContainingAll(TOPIC, TOPIC + "-value", "id " + id, "Utterance");
    }

    @ParameterizedTest
    @ValueSource(
            longs = {Integer.MAX_VALUE, Integer.MAX_VALUE - 8, 1L << 30, 1L << 40, Long.MAX_VALUE, -1, Long.MIN_VALUE})
    void shouldNotBelieveTheDeclaredLengthOfAText(long length) throws IOException {
        int id = ids.idOf(TOPIC, Utterance.getClassSchema());

        assertPoison(framed(id, longs(length)), Reason.NOT_AVRO);
    }

    @ParameterizedTest
    @ValueSource(longs = {Integer.MAX_VALUE, 1L << 30, 1L << 40, Long.MAX_VALUE, Long.MIN_VALUE})
    void shouldNotBelieveTheDeclaredCountOfAMap(long count) throws IOException {
        byte[] bytes = serde.serializer().serialize(TOPIC, utterance());
        var out = new ByteArrayOutputStream();
        out.write(bytes, 0, bytes.length - 1);
        out.writeBytes(longs(count));
        out.writeBytes(new byte[] {2, 'k', 2, 'v', 2, 'l', 2, 'v'});

        assertPoison(out.toByteArray(), Reason.NOT_AVRO);
    }

    @ParameterizedTest
    @ValueSource(longs = {Integer.MAX_VALUE, 1L << 30, 1L << 40, Long.MAX_VALUE, Long.MIN_VALUE})
    void shouldNotBelieveTheDeclaredCountOfAnArray(long count) throws IOException {
        int id = ids.idOf(TOPIC, Annotation.getClassSchema());
        var body = new ByteArrayOutputStream();
        body.writeBytes(new byte[] {2, 'u', 0, 0, 2, 't', 0});
        body.writeBytes(longs(count));
        body.writeBytes(new byte[100]);

        assertThatThrownBy(() -> annotations.deserializer().deserialize(TOPIC, framed(id, body.toByteArray())))
                .isInstanceOf(UndecodableException.class);
    }

    @ParameterizedTest
    @ValueSource(longs = {Integer.MAX_VALUE, 1L << 40, Long.MAX_VALUE})
    void shouldNotCountNothingsForEver(long count) throws IOException {
        Schema more = utteranceWith("nothings", SchemaBuilder.array().items().nullType());
        byte[] bytes = withMore(more, longs(count, 0));

        assertPoison(bytes, Reason.NOT_AVRO);
    }

    @Test
    void shouldNotFollowNestingWithoutEnd() throws IOException {
        Schema nested = new Schema.Parser()
                .parse(
                        "{\"type\":\"record\",\"name\":\"Nested\",\"fields\":[{\"name\":\"next\",\"type\":[\"null\",\"Nested\"]}]}");
        byte[] deep = new byte[4_000_000];
        Arrays.fill(deep, (byte) 2);

        assertPoison(withMore(utteranceWith("nested", nested), deep), Reason.NOT_AVRO);
    }

    private byte[] withMore(Schema schema, byte[] more) {
        byte[] plain = serde.serializer().serialize(TOPIC, utterance());
        var body = new ByteArrayOutputStream();
        body.write(plain, WireFormat.HEADER_BYTES, plain.length - WireFormat.HEADER_BYTES);
        body.writeBytes(more);
        return framed(ids.idOf(TOPIC, schema), body.toByteArray());
    }

    private static Schema utteranceWith(String field, Schema type) {
        Schema plain = Utterance.getClassSchema();
        Schema schema = Schema.createRecord(plain.getName(), null, plain.getNamespace(), false);
        var fields = new ArrayList<Schema.Field>();
        plain.getFields().forEach(old -> fields.add(new Schema.Field(old, old.schema())));
        fields.add(new Schema.Field(field, type));
        schema.setFields(fields);
        return schema;
    }

    private Utterance read(byte[] bytes) {
        return serde.deserializer().deserialize(TOPIC, bytes);
    }

    private void assertPoison(byte[] bytes, Reason reason) {
        var thrown = catchThrowableOfType(UndecodableException.class, () -> read(bytes));

        assertThat(thrown).isNotNull();
        assertThat(thrown.reason()).isEqualTo(reason);
    }

    private static byte[] framed(int id, byte[] body) {
        var bytes = new ByteArrayOutputStream();
        bytes.writeBytes(WireFormat.header(id));
        bytes.writeBytes(body);
        return bytes.toByteArray();
    }

    private static byte[] longs(long... values) throws IOException {
        var bytes = new ByteArrayOutputStream();
        BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(bytes, null);
        for (long value : values) {
            encoder.writeLong(value);
        }
        encoder.flush();
        return bytes.toByteArray();
    }

    private static Utterance utterance() {
        return Utterance.newBuilder().setId("u1").setText("hello").build();
    }

    private static Rollout anyRollout() {
        return Rollout.newBuilder()
                .setTask("nli")
                .setChampion("v1")
                .setSequence(1)
                .setBy("test")
                .setReason("first")
                .setAt(Instant.EPOCH)
                .build();
    }
}
