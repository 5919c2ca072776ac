package io.postil.schemas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serializer;
import org.junit.jupiter.api.Test;

final class AvroSerdesTest {

    private static final Map<String, Object> REGISTRY = Map.of("schema.registry.url", "http://localhost:1");

    @Test
    void shouldMakeOurOwnUnlessToldOtherwise() {
        var serdes = new AvroSerdes(REGISTRY);

        assertThat(serdes.serde(new Topics("").utterances())).isInstanceOf(AvroSerde.class);
    }

    @Test
    void shouldMakeAndConfigureTheClassThatIsNamed() {
        var config = new HashMap<>(REGISTRY);
        config.put(AvroSerdes.SERDE_CLASS, OfSomeoneElse.class.getName());

        Serde<Utterance> serde = new AvroSerdes(config).serde(Utterance.class);

        assertThat(serde).isInstanceOfSatisfying(OfSomeoneElse.class, other -> assertThat(other.config)
                .containsEntry("schema.registry.url", "http://localhost:1")
                .containsEntry("specific.avro.reader", true));
    }

    @Test
    void shouldSayHowToGetConfluentsClassWhenItIsNotThere() {
        var config = Map.of(AvroSerdes.SERDE_CLASS, "io.confluent.kafka.streams.serdes.avro.SpecificAvroSerde");

        assertThatThrownBy(() -> new AvroSerdes(config))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContainingAll("postil.serde.class", "SpecificAvroSerde", "profile confluent");
    }

    @Test
    void shouldRefuseAClassThatIsNoSerde() {
        assertThatThrownBy(() -> new AvroSerdes(Map.of(AvroSerdes.SERDE_CLASS, "java.lang.String")))
                .hasMessageContainingAll("postil.serde.class", "java.lang.String");
    }

    @Test
    void shouldRefuseToStartWithoutARegistry() {
        assertThatThrownBy(() -> new AvroSerdes(Map.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("schema.registry.url");
    }

    /** A serde that is not ours. */
    public static final class OfSomeoneElse implements Serde<SpecificRecord> {
        private final Map<String, Object> config = new HashMap<>();

        @Override
        public void configure(Map<String, ?> configs, boolean isKey) {
            config.putAll(configs);
        }

        @Override
        public Serializer<SpecificRecord> serializer() {
            throw new UnsupportedOperationException();
        }

        @Override
        public Deserializer<SpecificRecord> deserializer() {
            throw new UnsupportedOperationException();
        }
    }
}
