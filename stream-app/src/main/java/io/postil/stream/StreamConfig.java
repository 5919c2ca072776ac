package io.postil.stream;

import io.postil.model.Agreement;
import io.postil.model.DeviceName;
import io.postil.model.Numeric;
import io.postil.model.batch.BatchLimits;
import io.postil.privacy.policy.Policy;
import io.postil.privacy.policy.PolicyException;
import io.postil.privacy.policy.PolicyFile;
import io.postil.schemas.Topics;
import io.postil.service.ConfigException;
import io.postil.service.ServiceConfig;
import io.postil.service.Settings;
import io.postil.stream.annotate.Annotating.Limits;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a stream process runs with.
 *
 * @param service what every process has
 * @param tasks to ask models for, in the order in which annotations list them
 * @param policy what becomes of personal data
 * @param computing for whoever makes the classifier factory
 */
public record StreamConfig(
        ServiceConfig service,
        Topics topics,
        Streams streams,
        List<String> tasks,
        Policy policy,
        Batches batches,
        Computing computing,
        Limits limits) {

    /**
     * Kafka Streams.
     *
     * @param instance what the process calls itself
     * @param transaction after which the broker gives up a transaction
     */
    public record Streams(
            String application, String instance, Path state, int threads, Duration commit, Duration transaction) {}

    /** Of each version that answers: threads, and the most of one batch. */
    public record Batches(int workers, int tokens, int count) {}

    /** How models compute. */
    public record Computing(int nativeThreads, DeviceName device, Numeric numeric, Agreement agreement) {}

    public StreamConfig {
        tasks = List.copyOf(tasks);
        if (tasks.isEmpty() || tasks.size() != Set.copyOf(tasks).size()) {
            throw new ConfigException(
                    List.of(StreamSettings.TASKS.key() + ": " + tasks + " (expected one task or more, each once)"));
        }
        if (streams.transaction().compareTo(streams.commit()) <= 0) {
            throw new ConfigException(List.of(StreamSettings.TRANSACTION.key() + ": " + streams.transaction()
                    + " (expected more than " + StreamSettings.COMMIT.key() + ", " + streams.commit() + ")"));
        }
    }

    /**
     * Reads a file and the environment over it.
     *
     * @throws ConfigException naming each problem
     */
    public static StreamConfig read(Optional<Path> file, Map<String, String> environment) {
        Settings settings = Settings.read(file, environment, StreamSettings.all(), ServiceConfig.prefixes());
        ServiceConfig service = ServiceConfig.of(settings);
        return new StreamConfig(
                service,
                settings.made(ServiceConfig.TOPIC_PREFIX, Topics::new),
                streams(settings),
                settings.value(StreamSettings.TASKS),
                settings.optional(StreamSettings.POLICY)
                        .map(StreamConfig::policy)
                        .orElseGet(Policy::standard),
                batches(settings),
                computing(settings),
                limits(settings, service.longestText()));
    }

    /** A queue that a prefetch cannot fill: two inputs a record. */
    BatchLimits batchLimits() {
        return new BatchLimits(
                batches.workers(), batches.tokens(), batches.count(), 2 * limits.prefetchedRecords() + 1000);
    }

    private static Streams streams(Settings settings) {
        return new Streams(
                settings.value(StreamSettings.APPLICATION),
                settings.optional(StreamSettings.INSTANCE).orElseGet(StreamConfig::host),
                settings.value(StreamSettings.STATE),
                settings.value(StreamSettings.THREADS),
                settings.value(StreamSettings.COMMIT),
                settings.value(StreamSettings.TRANSACTION));
    }

    private static Policy policy(Path file) {
        try {
            return PolicyFile.read(file);
        } catch (PolicyException e) {
            throw new ConfigException(e.problems().stream()
                    .map(problem -> StreamSettings.POLICY.key() + ": " + file + ": " + problem)
                    .toList());
        }
    }

    private static Computing computing(Settings settings) {
        return new Computing(
                settings.value(StreamSettings.NATIVE_THREADS),
                settings.value(StreamSettings.DEVICE),
                settings.value(StreamSettings.NUMERIC),
                new Agreement(settings.value(StreamSettings.DECISIONS), settings.value(StreamSettings.DIFFERENCE)));
    }

    private static Batches batches(Settings settings) {
        int workers = settings.value(StreamSettings.WORKERS);
        return new Batches(
                workers == 0 ? Runtime.getRuntime().availableProcessors() : workers,
                settings.value(StreamSettings.BATCH_TOKENS),
                settings.value(StreamSettings.BATCH_COUNT));
    }

    private static Limits limits(Settings settings, int longestText) {
        return new Limits(
                longestText,
                settings.value(StreamSettings.PREFETCH_RECORDS),
                settings.value(StreamSettings.PREFETCH_BYTES));
    }

    private static String host() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "unnamed";
        }
    }
}
