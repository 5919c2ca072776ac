package io.postil.trainer;

import io.postil.model.gate.GateRules;
import io.postil.schemas.Topics;
import io.postil.service.ConfigException;
import io.postil.service.ServiceConfig;
import io.postil.service.Settings;
import io.postil.trainer.challenge.LearningSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * What a trainer process runs with.
 *
 * @param service what every process has
 * @param application id of the streams application and beginning of the runs' transactional id
 * @param state folder for what Kafka Streams keeps on disk
 * @param learning for whoever makes the attempts
 */
public record TrainerConfig(
        ServiceConfig service,
        Topics topics,
        String application,
        Path state,
        Feedback feedback,
        Runs runs,
        LearningSettings learning) {

    /**
     * How corrections are taken.
     *
     * @param patience for the utterance
     * @param window in which an utterance can be corrected
     */
    public record Feedback(Duration patience, Duration window) {}

    /**
     * When runs start.
     *
     * @param examples that are new
     * @param quiet since the newest new example, before they are counted
     * @param patience since the oldest new example
     * @param check how often that is looked at
     */
    public record Runs(int examples, Duration quiet, Duration patience, Duration check) {}

    /**
     * Reads a file and the environment over it.
     *
     * @throws ConfigException naming each problem
     */
    public static TrainerConfig read(Optional<Path> file, Map<String, String> environment) {
        var settings = Settings.read(file, environment, TrainerSettings.all(), ServiceConfig.prefixes());
        var window = settings.value(TrainerSettings.WINDOW);
        return new TrainerConfig(
                ServiceConfig.of(settings),
                settings.made(ServiceConfig.TOPIC_PREFIX, prefix -> new Topics(prefix, window)),
                settings.value(TrainerSettings.APPLICATION),
                settings.value(TrainerSettings.STATE),
                new Feedback(settings.value(TrainerSettings.WAIT), window),
                runs(settings),
                learning(settings));
    }

    private static Runs runs(Settings settings) {
        return new Runs(
                settings.value(TrainerSettings.RUN_EXAMPLES),
                settings.value(TrainerSettings.RUN_QUIET),
                settings.value(TrainerSettings.RUN_WAIT),
                settings.value(TrainerSettings.RUN_CHECK));
    }

    /** What is no setting is as usual. */
    private static LearningSettings learning(Settings settings) {
        var usual = LearningSettings.usual();
        return new LearningSettings(
                settings.value(TrainerSettings.EPOCHS),
                settings.value(TrainerSettings.BATCH_SIZE),
                settings.value(TrainerSettings.RATE),
                usual.warmUpShare(),
                usual.decay(),
                settings.value(TrainerSettings.PATIENCE),
                settings.value(TrainerSettings.REPLAY),
                settings.value(TrainerSettings.SHARE),
                settings.value(TrainerSettings.REPEATS),
                settings.value(TrainerSettings.SEED),
                gate(settings, usual.gate()));
    }

    private static GateRules gate(Settings settings, GateRules usual) {
        return new GateRules(
                settings.value(TrainerSettings.ALPHA),
                settings.value(TrainerSettings.MARGIN),
                settings.value(TrainerSettings.LABEL_MARGIN),
                settings.value(TrainerSettings.LEAK_MARGIN),
                settings.value(TrainerSettings.LABEL_ITEMS),
                settings.value(TrainerSettings.MOVE_CORRECTIONS),
                usual.samples(),
                usual.seed());
    }
}
