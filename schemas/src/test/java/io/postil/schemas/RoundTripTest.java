package io.postil.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.apache.avro.specific.SpecificRecord;

final class RoundTripTest {

    private static final String TOPIC = "postil.any";

    private final InMemorySchemaIds ids = new InMemorySchemaIds();

    @Property(tries = 500)
    void shouldReadEveryRecordAsItWasWritten(@ForAll("records") SpecificRecord record) {
        var read = roundTrip(record);

        assertThat(read).isEqualTo(record);
    }

    @Provide
    Arbitrary<SpecificRecord> records() {
        return Arbitraries.of(new Topics("").all())
                .flatMap(topic -> AnyRecord.of(topic.type()).map(SpecificRecord.class::cast));
    }

    @SuppressWarnings("unchecked")
    private <V extends SpecificRecord> V roundTrip(V record) {
        var serde = new AvroSerde<>((Class<V>) record.getClass(), ids);
        return serde.deserializer().deserialize(TOPIC, serde.serializer().serialize(TOPIC, record));
    }
}
