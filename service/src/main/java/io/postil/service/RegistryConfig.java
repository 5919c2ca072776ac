package io.postil.service;

import java.util.HashMap;
import java.util.Map;

/**
 * How a process reaches the schema registry.
 *
 * @param url one or several, separated by commas
 * @param register whether schemas that are missing are registered
 * @param client passed on to the registry's client as it is
 */
public record RegistryConfig(String url, boolean register, Map<String, String> client) {
    static final Setting<String> URL = Setting.text(
            "registry.url", null, "The schema registry's Confluent-compatible API; several, separated by commas.");
    static final Setting<Boolean> REGISTER = Setting.flag(
            "registry.register",
            true,
            "Whether to register schemas that the registry lacks; else they are looked up only.");

    /** What is passed on to the registry's client: {@code registry.client.basic.auth.user.info} and the like. */
    static final String CLIENT = "registry.client.";

    public RegistryConfig {
        client = Map.copyOf(client);
    }

    static RegistryConfig of(Settings settings) {
        return new RegistryConfig(settings.value(URL), settings.value(REGISTER), settings.under(CLIENT));
    }

    /** As any serde in Confluent's wire format takes them. */
    public Map<String, String> serdes() {
        Map<String, String> serdes = new HashMap<>(client);
        serdes.put("schema.registry.url", url);
        serdes.put("auto.register.schemas", Boolean.toString(register));
        return serdes;
    }
}
