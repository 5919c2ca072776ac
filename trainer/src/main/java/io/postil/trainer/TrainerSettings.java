package io.postil.trainer;

import io.postil.schemas.Topics;
import io.postil.service.Setting;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** Every setting of the trainer, declared once. Keys that the stream has too mean the same there. */
public final class TrainerSettings {
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
    static final Setting<Path> KEYS =
            Setting.path("keys.file", null, "Keys that originals and examples are sealed with; the first one seals.");
    static final Setting<Integer> TEXT_MAX = Setting.number(
            "text.max", 1, Integer.MAX_VALUE, 1_000_000, "The most UTF-16 code units of text and pair together.");
    static final Setting<String> APPLICATION = Setting.text(
            "trainer.application-id",
            "postil-trainer",
            "Kafka Streams' application id, and beginning of the runs' transactional id: one trainer trains at a time.");
    static final Setting<Path> STATE =
            Setting.path("trainer.state", "state/trainer", "Folder for what Kafka Streams keeps on disk.");
    static final Setting<Duration> WAIT = Setting.duration(
            "feedback.wait", "1h", "How long a correction waits for its utterance before it is rejected.");
    static final Setting<Duration> WINDOW = Setting.duration(
            "feedback.window",
            "30d",
            "How long an utterance can be corrected, and the id of a correction is remembered; as the topics keep them.");
    static final Setting<Integer> RUN_EXAMPLES =
            Setting.number("runs.examples", 1, Integer.MAX_VALUE, 200, "New examples of a task that start a run.");
    static final Setting<Duration> RUN_QUIET = Setting.duration(
            "runs.quiet",
            "5s",
            "Time since the newest new example before a run starts: a burst is learned from at once.");
    static final Setting<Duration> RUN_WAIT = Setting.duration(
            "runs.wait", "1h", "Time since the oldest new example of a task that starts a run, however few there are.");
    static final Setting<Duration> RUN_CHECK =
            Setting.duration("runs.check", "1s", "How often it is looked whether a run is due.");
    static final Setting<String> HTTP_HOST = Setting.text(
            "http.host", "localhost", "Address that /metrics and /health listen on; 0.0.0.0 in a container.");
    static final Setting<Integer> HTTP_PORT =
            Setting.number("http.port", 0, 65_535, 8082, "Port of /metrics and /health; 0 for any free one.");

    private TrainerSettings() {}

    /** In the order of the reference page. */
    public static List<Setting<?>> all() {
        return List.of(
                BOOTSTRAP,
                REGISTRY,
                REGISTER,
                PREFIX,
                STORE,
                KEYS,
                TEXT_MAX,
                APPLICATION,
                STATE,
                WAIT,
                WINDOW,
                RUN_EXAMPLES,
                RUN_QUIET,
                RUN_WAIT,
                RUN_CHECK,
                HTTP_HOST,
                HTTP_PORT);
    }

    /** Beginnings of keys that are passed on unread. */
    public static List<String> prefixes() {
        return List.of(KAFKA_CLIENT, REGISTRY_CLIENT);
    }
}
