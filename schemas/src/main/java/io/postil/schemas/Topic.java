package io.postil.schemas;

import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.apache.avro.specific.SpecificRecord;

/**
 * A topic, declared once: what it holds and how Kafka shall keep it.
 *
 * @param name with the prefix
 * @param type class of the values; keys are strings
 * @param key what the key is, for a person
 * @param spread whether the partitions setting applies
 * @param clock which time retention counts from
 * @param maxMessageBytes bound of a record batch, compressed, with keys and headers
 * @param writers which programs write it
 */
public record Topic<V extends SpecificRecord>(
        String name,
        Class<V> type,
        String key,
        Cleanup cleanup,
        Spread spread,
        Clock clock,
        int maxMessageBytes,
        String description,
        String writers) {

    /** Over how many partitions a topic spreads. */
    public enum Spread {
        /** As many as the partitions setting says. */
        BY_KEY,
        /** One, so that everything in it has one order. */
        SINGLE
    }

    /** What the time of a record is, in this topic. */
    public enum Clock {
        PRODUCER("CreateTime"),
        /** The broker's, so that the copy of an old record is kept as long as that of a new one. */
        BROKER("LogAppendTime");

        private final String kafkaName;

        Clock(String kafkaName) {
            this.kafkaName = kafkaName;
        }
    }

    public Topic {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(cleanup, "cleanup");
    }

    /** The registry's name for the schema of the values. */
    public String subject() {
        return name + "-value";
    }

    public int partitions(int setting) {
        return spread == Spread.SINGLE ? 1 : setting;
    }

    /** The settings that the topic is created with, by Kafka's names, sorted. */
    public Map<String, String> settings() {
        var settings = new TreeMap<>(cleanup.settings());
        settings.put("max.message.bytes", Integer.toString(maxMessageBytes));
        settings.put("message.timestamp.type", clock.kafkaName);
        return settings;
    }
}
