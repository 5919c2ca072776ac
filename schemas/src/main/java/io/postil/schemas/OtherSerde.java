package io.postil.schemas;

import java.util.Map;
import org.apache.kafka.common.serialization.Serde;

/** A serde class of someone else, picked by name, such as Confluent's. */
final class OtherSerde {

    private final Class<?> type;

    /** Finds the class, so that a wrong name is refused at the start. */
    OtherSerde(String name) {
        try {
            this.type = Class.forName(name);
        } catch (ClassNotFoundException e) {
            throw wrong(name, "it is not on the class path; Confluent's needs the Maven profile confluent", e);
        }
        if (!Serde.class.isAssignableFrom(type)) {
            throw wrong(name, "it is not a " + Serde.class.getName(), null);
        }
    }

    /** The class answers for the type of what it reads; nothing here can check it. */
    @SuppressWarnings("unchecked")
    <V> Serde<V> make(Map<String, ?> settings) {
        try {
            var serde = (Serde<V>) type.getConstructor().newInstance();
            serde.configure(settings, false);
            return serde;
        } catch (ReflectiveOperationException e) {
            throw wrong(type.getName(), "it has no public constructor without parameters, or that fails", e);
        }
    }

    private static IllegalArgumentException wrong(String name, String why, Throwable cause) {
        return new IllegalArgumentException(
                AvroSerdes.SERDE_CLASS + ": " + name + " (expected the name of a serde class): " + why, cause);
    }
}
