package io.postil.service;

import java.util.HashMap;
import java.util.Map;

/**
 * How a process reaches Kafka.
 *
 * @param bootstrap brokers to begin with, as host:port, separated by commas
 * @param client passed on to every client as it is
 */
public record KafkaConfig(String bootstrap, Map<String, String> client) {
    static final Setting<String> BOOTSTRAP =
            Setting.text("kafka.bootstrap", null, "Brokers to begin with, as host:port, separated by commas.");

    /** What is passed on to every Kafka client: {@code kafka.client.security.protocol} and the like. */
    static final String CLIENT = "kafka.client.";

    public KafkaConfig {
        client = Map.copyOf(client);
    }

    static KafkaConfig of(Settings settings) {
        return new KafkaConfig(settings.value(BOOTSTRAP), settings.under(CLIENT));
    }

    /** What every client is configured with; the caller's to add to. */
    public Map<String, Object> clients() {
        Map<String, Object> clients = new HashMap<>(client);
        clients.put("bootstrap.servers", bootstrap);
        return clients;
    }
}
