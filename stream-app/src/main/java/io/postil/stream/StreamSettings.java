package io.postil.stream;

import io.postil.schemas.Topics;
import io.postil.service.Setting;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** Every setting of the stream, declared once. */
public final class StreamSettings {
    /** What is passed on to every Kafka client as it is: {@code kafka.client.security.protocol} and the like. */
    static final String KAFKA_CLIENT = "kafka.client.";

    /** What is passed on to the registry's client: {@code registry.client.basic.auth.user.info} and the like. */
    static final String REGISTRY_CLIENT = "registry.client.";

    static final Setting<String> BOOTSTRAP =
            Setting.text("kafka.bootstrap", null, "Brokers to begin with, as host:port, separated by commas.");
    static final Setting<String> REGISTRY = Setting.text(
            "registry.url", null, "The schema registry's Confluent-compatible API; several, separated by commas.");
    static final Setting<Boolean> REGISTER = Setting.flag(
            "registry.register",
            true,
            "Whether to register schemas that the registry lacks; else they are looked up only.");
    static final Setting<String> PREFIX =
            Setting.text("topics.prefix", Topics.DEFAULT_PREFIX, "Beginning of each topic's name.");
    static final Setting<Path> STORE = Setting.path("checkpoints.path", null, "The checkpoint store's folder.");
    static final Setting<Path> KEYS = Setting.path(
            "keys.file", null, "Keys that originals and dead letters are sealed with; the first one seals.");
    static final Setting<List<String>> TASKS = Setting.names(
            "tasks",
            "dialogue-act,entities,nli",
            "Tasks to ask a model for. Without entities only what rules find is masked.");
    static final Setting<Integer> TEXT_MAX = Setting.number(
            "text.max", 1, Integer.MAX_VALUE, 1_000_000, "The most UTF-16 code units of text and pair together.");
    static final Setting<Integer> BATCH_TOKENS = Setting.number(
            "model.batch.tokens",
            1,
            1_000_000,
            256,
            "The most tokens of a batch, padding included; few fit the cache of a CPU.");
    static final Setting<Integer> BATCH_COUNT =
            Setting.number("model.batch.count", 1, 10_000, 64, "The most texts of a batch.");
    static final Setting<Integer> WORKERS =
            Setting.number("model.workers", 1, 256, 1, "Threads per task that ask the model.");
    static final Setting<Integer> NATIVE_THREADS =
            Setting.number("model.threads", 1, 256, 1, "Native threads that one batch is computed with.");
    static final Setting<String> APPLICATION = Setting.text(
            "stream.application-id",
            "postil-stream",
            "Kafka Streams' application id: consumer group and beginning of transactional ids.");
    static final Setting<String> INSTANCE = Setting.text(
            "stream.instance",
            "",
            "What this process calls itself in rollout-status; the host's name unless set. Must differ between processes.");
    static final Setting<Path> STATE =
            Setting.path("stream.state", "state/stream", "Folder for what Kafka Streams keeps on disk.");
    static final Setting<Integer> THREADS =
            Setting.number("stream.threads", 1, 256, 1, "Stream threads; each takes partitions of its own.");
    static final Setting<Duration> COMMIT = Setting.duration(
            "stream.commit-interval", "100ms", "How often a transaction is committed, and so its outcomes are seen.");
    static final Setting<Duration> TRANSACTION = Setting.duration(
            "stream.transaction-timeout",
            "30s",
            "After which the broker gives up a transaction, and lets others go on where a process was killed.");
    static final Setting<Integer> PREFETCH_RECORDS =
            Setting.number("prefetch.records", 1, 1_000_000, 20_000, "The most records asked for before their turn.");
    static final Setting<Integer> PREFETCH_BYTES = Setting.number(
            "prefetch.bytes",
            1,
            Integer.MAX_VALUE,
            64 * 1024 * 1024,
            "The most bytes of values asked for before their turn.");
    static final Setting<String> HTTP_HOST = Setting.text(
            "http.host", "localhost", "Address that /metrics and /health listen on; 0.0.0.0 in a container.");
    static final Setting<Integer> HTTP_PORT =
            Setting.number("http.port", 0, 65_535, 8081, "Port of /metrics and /health; 0 for any free one.");

    private StreamSettings() {}

    /** In the order of the reference page. */
    public static List<Setting<?>> all() {
        return List.of(
                BOOTSTRAP,
                REGISTRY,
                REGISTER,
                PREFIX,
                STORE,
                KEYS,
                TASKS,
                TEXT_MAX,
                BATCH_TOKENS,
                BATCH_COUNT,
                WORKERS,
                NATIVE_THREADS,
                APPLICATION,
                INSTANCE,
                STATE,
                THREADS,
                COMMIT,
                TRANSACTION,
                PREFETCH_RECORDS,
                PREFETCH_BYTES,
                HTTP_HOST,
                HTTP_PORT);
    }

    /** Beginnings of keys that are passed on unread. */
    public static List<String> prefixes() {
        return List.of(KAFKA_CLIENT, REGISTRY_CLIENT);
    }
}
