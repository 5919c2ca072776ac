package io.postil.stream;

import io.postil.model.batch.BatchLimits;
import io.postil.schemas.Topics;
import io.postil.service.ConfigException;
import io.postil.service.Settings;
import io.postil.stream.annotate.Annotating.Limits;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a stream process runs with.
 *
 * @param keys file of the key ring
 * @param tasks to ask models for, in the order in which annotations list them
 * @param nativeThreads for whoever makes the classifier factory
 */
public record StreamConfig(
        Kafka kafka,
        Registry registry,
        Topics topics,
        Path store,
        Path keys,
        List<String> tasks,
        Batches batches,
        int nativeThreads,
        Limits limits,
        Http http) {

    /**
     * The Kafka side.
     *
     * @param instance what the process calls itself
     * @param transaction after which the broker gives up a transaction
     * @param client passed on to every client
     */
    public record Kafka(
            String bootstrap,
            String application,
            String instance,
            Path state,
            int threads,
            Duration commit,
            Duration transaction,
            Map<String, String> client) {
        public Kafka {
            client = Map.copyOf(client);
        }
    }

    /**
     * The registry side.
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

    /** Of each version that answers: threads, and the most of one batch. */
    public record Batches(int workers, int tokens, int count) {}

    /** Where metrics and health are served. */
    public record Http(String host, int port) {}

    public StreamConfig {
        tasks = List.copyOf(tasks);
        if (tasks.isEmpty() || tasks.size() != Set.copyOf(tasks).size()) {
            throw new ConfigException(
                    List.of(StreamSettings.TASKS.key() + ": " + tasks + " (expected one task or more, each once)"));
        }
        if (kafka.transaction().compareTo(kafka.commit()) <= 0) {
            throw new ConfigException(List.of(StreamSettings.TRANSACTION.key() + ": " + kafka.transaction()
                    + " (expected more than " + StreamSettings.COMMIT.key() + ", " + kafka.commit() + ")"));
        }
    }

    /**
     * Reads a file and the environment over it.
     *
     * @throws ConfigException naming each problem
     */
    public static StreamConfig read(Optional<Path> file, Map<String, String> environment) {
        Settings settings = Settings.read(file, environment, StreamSettings.all(), StreamSettings.prefixes());
        return new StreamConfig(
                kafka(settings),
                registry(settings),
                topics(settings),
                settings.value(StreamSettings.STORE),
                settings.value(StreamSettings.KEYS),
                settings.value(StreamSettings.TASKS),
                batches(settings),
                settings.value(StreamSettings.NATIVE_THREADS),
                limits(settings),
                new Http(settings.value(StreamSettings.HTTP_HOST), settings.value(StreamSettings.HTTP_PORT)));
    }

    /** A queue that a prefetch cannot fill: two inputs a record. */
    BatchLimits batchLimits() {
        return new BatchLimits(
                batches.workers(), batches.tokens(), batches.count(), 2 * limits.prefetchedRecords() + 1000);
    }

    private static Kafka kafka(Settings settings) {
        return new Kafka(
                settings.value(StreamSettings.BOOTSTRAP),
                settings.value(StreamSettings.APPLICATION),
                settings.optional(StreamSettings.INSTANCE).orElseGet(StreamConfig::host),
                settings.value(StreamSettings.STATE),
                settings.value(StreamSettings.THREADS),
                settings.value(StreamSettings.COMMIT),
                settings.value(StreamSettings.TRANSACTION),
                settings.under(StreamSettings.KAFKA_CLIENT));
    }

    private static Registry registry(Settings settings) {
        return new Registry(
                settings.value(StreamSettings.REGISTRY),
                settings.value(StreamSettings.REGISTER),
                settings.under(StreamSettings.REGISTRY_CLIENT));
    }

    private static Batches batches(Settings settings) {
        return new Batches(
                settings.value(StreamSettings.WORKERS),
                settings.value(StreamSettings.BATCH_TOKENS),
                settings.value(StreamSettings.BATCH_COUNT));
    }

    private static Limits limits(Settings settings) {
        return new Limits(
                settings.value(StreamSettings.TEXT_MAX),
                settings.value(StreamSettings.PREFETCH_RECORDS),
                settings.value(StreamSettings.PREFETCH_BYTES));
    }

    private static Topics topics(Settings settings) {
        try {
            return new Topics(settings.optional(StreamSettings.PREFIX).orElse(""));
        } catch (IllegalArgumentException e) {
            throw new ConfigException(List.of(StreamSettings.PREFIX.key() + ": " + e.getMessage()));
        }
    }

    private static String host() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "unnamed";
        }
    }
}
