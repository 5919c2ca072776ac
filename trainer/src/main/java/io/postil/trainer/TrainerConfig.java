package io.postil.trainer;

import io.postil.schemas.Topics;
import io.postil.service.ConfigException;
import io.postil.service.Settings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a trainer process runs with.
 *
 * @param store folder of the checkpoint store
 * @param keys file of the key ring
 */
public record TrainerConfig(
        Kafka kafka, Registry registry, Topics topics, Path store, Path keys, Feedback feedback, Runs runs, Http http) {

    /**
     * The Kafka side.
     *
     * @param application id of the streams application and beginning of the runs' transactional id
     * @param client passed on to every client
     */
    public record Kafka(String bootstrap, String application, Path state, Map<String, String> client) {
        public Kafka {
            client = Map.copyOf(client);
        }
    }

    /**
     * Where schemas are.
     *
     * @param url one or several, separated by commas
     * @param register whether schemas that are missing are registered
     * @param client passed on to the registry's client
     */
    public record Registry(String url, boolean register, Map<String, String> client) {
        public Registry {
            client = Map.copyOf(client);
        }

        /** As {@link io.postil.schemas.AvroSerdes} takes them. */
        Map<String, String> settings() {
            Map<String, String> settings = new HashMap<>(client);
            settings.put("schema.registry.url", url);
            settings.put("auto.register.schemas", Boolean.toString(register));
            return settings;
        }
    }

    /**
     * How corrections are taken.
     *
     * @param patience for the utterance
     * @param window in which an utterance can be corrected
     * @param longestText of text and pair together, in UTF-16 code units
     */
    public record Feedback(Duration patience, Duration window, int longestText) {}

    /**
     * When runs start.
     *
     * @param examples that are new
     * @param quiet since the newest new example, before they are counted
     * @param patience since the oldest new example
     * @param check how often that is looked at
     */
    public record Runs(int examples, Duration quiet, Duration patience, Duration check) {}

    /** Where metrics and health are served. */
    public record Http(String host, int port) {}

    public TrainerConfig {
        positive("feedback.wait", feedback.patience());
        positive("feedback.window", feedback.window());
        positive("runs.wait", runs.patience());
        positive("runs.check", runs.check());
    }

    /**
     * Reads a file and the environment over it.
     *
     * @throws ConfigException naming each problem
     */
    public static TrainerConfig read(Optional<Path> file, Map<String, String> environment) {
        var settings = Settings.read(file, environment, TrainerSettings.all(), TrainerSettings.prefixes());
        return new TrainerConfig(
                kafka(settings),
                new Registry(
                        settings.value(TrainerSettings.REGISTRY),
                        settings.value(TrainerSettings.REGISTER),
                        settings.under(TrainerSettings.REGISTRY_CLIENT)),
                topics(settings.optional(TrainerSettings.PREFIX).orElse(""), settings.value(TrainerSettings.WINDOW)),
                settings.value(TrainerSettings.STORE),
                settings.value(TrainerSettings.KEYS),
                new Feedback(
                        settings.value(TrainerSettings.WAIT),
                        settings.value(TrainerSettings.WINDOW),
                        settings.value(TrainerSettings.TEXT_MAX)),
                new Runs(
                        settings.value(TrainerSettings.RUN_EXAMPLES),
                        settings.value(TrainerSettings.RUN_QUIET),
                        settings.value(TrainerSettings.RUN_WAIT),
                        settings.value(TrainerSettings.RUN_CHECK)),
                new Http(settings.value(TrainerSettings.HTTP_HOST), settings.value(TrainerSettings.HTTP_PORT)));
    }

    private static Kafka kafka(Settings settings) {
        return new Kafka(
                settings.value(TrainerSettings.BOOTSTRAP),
                settings.value(TrainerSettings.APPLICATION),
                settings.value(TrainerSettings.STATE),
                settings.under(TrainerSettings.KAFKA_CLIENT));
    }

    private static Topics topics(String prefix, Duration window) {
        try {
            return new Topics(prefix, window);
        } catch (IllegalArgumentException e) {
            throw new ConfigException(List.of(TrainerSettings.PREFIX.key() + ": " + e.getMessage()));
        }
    }

    private static void positive(String key, Duration value) {
        if (value.isZero() || value.isNegative()) {
            throw new ConfigException(List.of(key + ": " + value + " (expected more than nothing)"));
        }
    }
}
