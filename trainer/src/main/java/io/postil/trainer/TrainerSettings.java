package io.postil.trainer;

import io.postil.model.gate.GateRules;
import io.postil.service.ServiceConfig;
import io.postil.service.Setting;
import io.postil.trainer.challenge.LearningSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** Every setting of the trainer that not all processes have, declared once. */
public final class TrainerSettings {
    static final Setting<String> APPLICATION = Setting.text(
            "trainer.application-id",
            "postil-trainer",
            "Kafka Streams' application id, and beginning of the runs' transactional id: one trainer trains at a time.");
    static final Setting<Path> STATE =
            Setting.path("trainer.state", "state/trainer", "Folder for what Kafka Streams keeps on disk.");
    static final Setting<Duration> WAIT = Setting.positive(
            "feedback.wait", "1h", "How long a correction waits for its utterance before it is rejected.");
    static final Setting<Duration> WINDOW = Setting.positive(
            "feedback.window",
            "30d",
            "How long an utterance can be corrected, and the id of a correction is remembered; as the topics keep them.");
    static final Setting<Integer> RUN_EXAMPLES =
            Setting.number("runs.examples", 1, Integer.MAX_VALUE, 200, "New examples of a task that start a run.");
    static final Setting<Duration> RUN_QUIET = Setting.duration(
            "runs.quiet",
            "5s",
            "Time since the newest new example before a run starts: a burst is learned from at once.");
    static final Setting<Duration> RUN_WAIT = Setting.positive(
            "runs.wait", "1h", "Time since the oldest new example of a task that starts a run, however few there are.");
    static final Setting<Duration> RUN_CHECK =
            Setting.positive("runs.check", "1s", "How often it is looked whether a run is due.");
    private static final LearningSettings USUAL = LearningSettings.usual();
    private static final GateRules GATE = USUAL.gate();
    static final Setting<Integer> EPOCHS =
            Setting.number("learning.epochs", 1, 1_000, USUAL.epochs(), "The most passes of a run over its items.");
    static final Setting<Integer> PATIENCE = Setting.number(
            "learning.patience",
            1,
            1_000,
            USUAL.patience(),
            "Passes without a better score on validation examples after which a run stops.");
    static final Setting<Integer> BATCH_SIZE =
            Setting.number("learning.batch-size", 1, 1_024, USUAL.batchSize(), "Items of one step.");
    static final Setting<Double> RATE = Setting.decimal(
            "learning.rate",
            0.000_000_1,
            0.1,
            USUAL.learningRate(),
            "The highest learning rate; falls to 0 in a line.");
    static final Setting<Integer> REPLAY = Setting.number(
            "learning.replay",
            0,
            10_000_000,
            USUAL.replay(),
            "The most old items that go along, so that what was known is not forgotten.");
    static final Setting<Double> SHARE = Setting.decimal(
            "learning.share",
            0.001,
            0.9,
            USUAL.share(),
            "Share of the corrections among all items, by repeating them.");
    static final Setting<Integer> REPEATS =
            Setting.number("learning.repeats", 1, 1_000, USUAL.repeats(), "The most that one correction is repeated.");
    static final Setting<Integer> SEED = Setting.number(
            "learning.seed",
            0,
            Integer.MAX_VALUE,
            (int) USUAL.seed(),
            "Of order, choice and dropout: the same seed and examples give the same version.");
    static final Setting<Double> ALPHA = Setting.decimal(
            "gate.alpha",
            0.000_001,
            0.5,
            GATE.alpha(),
            "The largest p at which a version counts as better on held-out corrections.");
    static final Setting<Double> MARGIN = Setting.decimal(
            "gate.margin",
            0,
            1,
            GATE.margin(),
            "How much worse it may be on older held-out items, as a share of them.");
    static final Setting<Double> LABEL_MARGIN = Setting.decimal(
            "gate.label-margin", 0, 1, GATE.labelMargin(), "How much worse it may be on those of any one label.");
    static final Setting<Integer> LABEL_ITEMS = Setting.number(
            "gate.label-items", 1, 1_000_000, GATE.labelItems(), "The fewest of a label that are looked at apart.");
    static final Setting<Double> LEAK_MARGIN = Setting.decimal(
            "gate.leak-margin",
            0,
            0.05,
            GATE.leakMargin(),
            "How many more of the characters of held-out entities may stay uncovered, as a share of them.");
    static final Setting<Integer> MOVE_CORRECTIONS = Setting.number(
            "gate.move-corrections",
            1,
            1_000_000,
            GATE.moveCorrections(),
            "The fewest corrections from one label to another with which older items may go the same way.");

    private static final int HTTP_PORT = 8082;

    private TrainerSettings() {}

    /** In the order of the reference page. */
    public static List<Setting<?>> all() {
        return ServiceConfig.with(
                HTTP_PORT,
                APPLICATION,
                STATE,
                WAIT,
                WINDOW,
                RUN_EXAMPLES,
                RUN_QUIET,
                RUN_WAIT,
                RUN_CHECK,
                EPOCHS,
                PATIENCE,
                BATCH_SIZE,
                RATE,
                REPLAY,
                SHARE,
                REPEATS,
                SEED,
                ALPHA,
                MARGIN,
                LABEL_MARGIN,
                LABEL_ITEMS,
                LEAK_MARGIN,
                MOVE_CORRECTIONS);
    }
}
