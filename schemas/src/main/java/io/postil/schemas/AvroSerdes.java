package io.postil.schemas;

import io.postil.schemas.registry.RegistrySettings;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.config.types.Password;
import org.apache.kafka.common.serialization.Serde;

/**
 * Makes the serdes of records. Those of one instance share the caches of ids and schemas. Threading: may be used by several
 * threads at once.
 */
public final class AvroSerdes {

    /** Class of the serdes; {@link AvroSerde} unless set. Another needs a constructor without parameters. */
    public static final String SERDE_CLASS = "postil.serde.class";

    private final Map<String, Object> config;
    private final SerdeMaker maker;

    /**
     * Reads the settings; the registry is first asked when a record is written or read.
     *
     * @param config keys of {@link RegistrySettings} and {@link #SERDE_CLASS}; others are passed on to another class of serdes
     * @throws IllegalArgumentException if a value is missing or wrong, naming the key and what was expected
     */
    public AvroSerdes(Map<String, ?> config) {
        this.config = new HashMap<>(config);
        this.config.values().removeIf(Objects::isNull);
        this.maker = maker();
    }

    public <V extends SpecificRecord> Serde<V> serde(Class<V> type) {
        return maker.make(type);
    }

    /** The serde of a topic's values. */
    public <V extends SpecificRecord> Serde<V> serde(Topic<V> topic) {
        return serde(topic.type());
    }

    private interface SerdeMaker {
        <V extends SpecificRecord> Serde<V> make(Class<V> type);
    }

    private SerdeMaker maker() {
        Object named = config.getOrDefault(SERDE_CLASS, AvroSerde.class);
        String name = named instanceof Class<?> type ? type.getName() : named.toString();
        return name.equals(AvroSerde.class.getName()) ? own() : other(name);
    }

    private SerdeMaker own() {
        var ids = new RegistrySchemaIds(RegistrySettings.of(texts(config)));
        return new SerdeMaker() {
            @Override
            public <V extends SpecificRecord> Serde<V> make(Class<V> type) {
                return new AvroSerde<>(type, ids);
            }
        };
    }

    private SerdeMaker other(String name) {
        var settings = new HashMap<>(config);
        settings.put("specific.avro.reader", true);
        var classes = new OtherSerde(name);
        return new SerdeMaker() {
            @Override
            public <V extends SpecificRecord> Serde<V> make(Class<V> type) {
                return classes.make(settings);
            }
        };
    }

    /** Values as text; those that are not set are left out. */
    static Map<String, String> texts(Map<String, ?> config) {
        var texts = new HashMap<String, String>();
        config.forEach((key, value) -> {
            if (value != null) {
                texts.put(key, value instanceof Password password ? password.value() : value.toString());
            }
        });
        return texts;
    }
}
