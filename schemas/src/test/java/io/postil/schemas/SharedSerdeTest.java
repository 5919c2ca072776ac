package io.postil.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.junit.jupiter.api.Test;

final class SharedSerdeTest {

    private static final String TOPIC = "postil.utterances";

    private final InMemorySchemaIds ids = new InMemorySchemaIds();
    private final AvroSerde<Utterance> serde = new AvroSerde<>(Utterance.class, ids);

    @Test
    void shouldServeManyThreadsAtOnceWhateverTheVersionThatWasWritten() {
        ids.idOf(TOPIC, Utterance.getClassSchema());
        byte[] older = {0, 0, 0, 0, (byte) ids.idOf(TOPIC, idAndText()), 2, 'u', 4, 'h', 'i'};

        List<String> texts = IntStream.range(0, 20_000)
                .parallel()
                .mapToObj(i -> i % 2 == 0 ? read(older) : read(written("text " + i)))
                .toList();

        assertThat(texts)
                .containsExactlyElementsOf(IntStream.range(0, 20_000)
                        .mapToObj(i -> i % 2 == 0 ? "hi" : "text " + i)
                        .toList());
    }

    private String read(byte[] bytes) {
        return serde.deserializer().deserialize(TOPIC, bytes).getText();
    }

    private byte[] written(String text) {
        var utterance = Utterance.newBuilder().setId("u").setText(text).build();
        return serde.serializer().serialize(TOPIC, utterance);
    }

    private static Schema idAndText() {
        return SchemaBuilder.record("Utterance")
                .namespace("io.postil.schemas")
                .fields()
                .requiredString("id")
                .requiredString("text")
                .endRecord();
    }
}
