package io.postil.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class AvroSerdeTest {

    private static final String TOPIC = "postil.receipts";

    private final InMemorySchemaIds ids = new InMemorySchemaIds();
    private final AvroSerde<Receipt> receipts = new AvroSerde<>(Receipt.class, ids);
    private final AvroSerde<Utterance> utterances = new AvroSerde<>(Utterance.class, ids);

    /** Made by hand after the Avro specification: lengths and numbers are zigzag varints, a union's branch comes first. */
    private static final byte[] BYTES = {
        0,
        0,
        0,
        0,
        1, // magic, schema id 1
        4,
        'c',
        '1', // correctionId
        4,
        'u',
        '1', // utteranceId
        6,
        'n',
        'l',
        'i', // task
        6, // fate: the fourth symbol, HELD_OUT
        2,
        4,
        'o',
        'k', // reason: second branch
        0, // version: null
        (byte) 0xD0,
        0x0F, // at: 1000 ms
    };

    @Test
    void shouldWriteTheBytesOfTheSpecification() {
        byte[] bytes = receipts.serializer().serialize(TOPIC, receipt());

        assertThat(bytes).isEqualTo(BYTES);
    }

    @Test
    void shouldReadTheBytesOfTheSpecification() {
        ids.idOf(TOPIC, Receipt.getClassSchema());

        Receipt receipt = receipts.deserializer().deserialize(TOPIC, BYTES);

        assertThat(receipt).isEqualTo(receipt());
    }

    @Test
    void shouldKeepTombstones() {
        assertThat(receipts.serializer().serialize(TOPIC, null)).isNull();
        assertThat(receipts.deserializer().deserialize(TOPIC, null)).isNull();
    }

    @Test
    void shouldWriteALoneSurrogateAsOneQuestionMarkSoThatOffsetsHold() {
        Utterance read = roundTrip("a\uD83Db \uDE00");

        assertThat(read.getText()).isEqualTo("a?b ?");
    }

    @Test
    void shouldKeepEmojiNulsAndRightToLeftText() {
        String text = "\u0000 \uD83D\uDE00 e\u0301 \u05E9\u05DC\u05D5\u05DD";

        assertThat(roundTrip(text).getText()).isEqualTo(text);
    }

    private Utterance roundTrip(String text) {
        var utterance = Utterance.newBuilder()
                .setId("u1")
                .setText(text)
                .setAttributes(Map.of("channel", "web"))
                .build();
        return utterances
                .deserializer()
                .deserialize(TOPIC, utterances.serializer().serialize(TOPIC, utterance));
    }

    private static Receipt receipt() {
        return Receipt.newBuilder()
                .setCorrectionId("c1")
                .setUtteranceId("u1")
                .setTask("nli")
                .setFate(Fate.HELD_OUT)
                .setReason("ok")
                .setAt(Instant.ofEpochMilli(1000))
                .build();
    }
}
