package io.postil.stream;

import io.postil.model.Agreement;
import io.postil.model.DeviceName;
import io.postil.model.Numeric;
import io.postil.service.ServiceConfig;
import io.postil.service.Setting;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Every setting of the stream that not all processes have, declared once. */
public final class StreamSettings {
    static final Setting<List<String>> TASKS = Setting.names(
            "tasks",
            "dialogue-act,entities,nli",
            "Tasks to ask a model for. Without entities only what rules find is masked.");
    static final Setting<Path> POLICY = Setting.path(
            "masking.policy",
            "",
            "YAML file that says what becomes of personal data (docs/privacy.md); each type is replaced with its name unless "
                    + "set, and speaker and attributes are dropped.");
    static final Setting<Integer> BATCH_TOKENS = Setting.number(
            "model.batch.tokens",
            1,
            1_000_000,
            256,
            "The most tokens of a batch, padding included; few fit the cache of a CPU.");
    static final Setting<Integer> BATCH_COUNT =
            Setting.number("model.batch.count", 1, 10_000, 64, "The most texts of a batch.");
    static final Setting<Integer> WORKERS =
            Setting.number("model.workers", 0, 256, 0, "Threads per task that ask the model; 0 for one a processor.");
    static final Setting<Integer> NATIVE_THREADS =
            Setting.number("model.threads", 1, 256, 1, "Native threads that one batch is computed with.");
    static final Setting<DeviceName> DEVICE = new Setting<>(
            "model.device",
            DeviceName.EXPECTED,
            DeviceName::new,
            Optional.of(DeviceName.AUTO.name()),
            "Where models run; auto takes the first GPU where there is one.");
    static final Setting<Numeric> NUMERIC = Setting.oneOf(
            "model.numeric",
            Numeric.class,
            Numeric.AUTO,
            "What models compute with. auto does as the checkpoint's postil.json says; where that says auto too, the modes are "
                    + "measured as a model is opened, and the fastest that agrees with fp32 is taken.");
    static final Setting<Double> DECISIONS = Setting.decimal(
            "model.agreement",
            0,
            1,
            Agreement.USUAL.decisions(),
            "auto takes a mode that decides as fp32 does for this share of the probes.");
    static final Setting<Double> DIFFERENCE = Setting.decimal(
            "model.difference",
            0,
            1,
            Agreement.USUAL.difference(),
            "auto takes a mode whose probabilities are off those of fp32 by no more than this, on average.");
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
    private static final int HTTP_PORT = 8081;

    private StreamSettings() {}

    /** In the order of the reference page. */
    public static List<Setting<?>> all() {
        return ServiceConfig.with(
                HTTP_PORT,
                TASKS,
                POLICY,
                BATCH_TOKENS,
                BATCH_COUNT,
                WORKERS,
                NATIVE_THREADS,
                DEVICE,
                NUMERIC,
                DECISIONS,
                DIFFERENCE,
                APPLICATION,
                INSTANCE,
                STATE,
                THREADS,
                COMMIT,
                TRANSACTION,
                PREFETCH_RECORDS,
                PREFETCH_BYTES);
    }
}
