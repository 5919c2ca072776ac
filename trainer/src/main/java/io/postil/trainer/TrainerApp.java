package io.postil.trainer;

import io.micrometer.core.instrument.MeterRegistry;
import io.postil.model.store.CheckpointStore;
import io.postil.privacy.seal.KeyRing;
import io.postil.schemas.AvroSerdes;
import io.postil.schemas.Split;
import io.postil.service.Health;
import io.postil.service.Part;
import io.postil.trainer.intake.IntakeSettings;
import io.postil.trainer.intake.IntakeStream;
import io.postil.trainer.metrics.MicrometerTrainerMetrics;
import io.postil.trainer.metrics.TrainerMetrics;
import io.postil.trainer.parts.StarterModels;
import io.postil.trainer.parts.StarterModels.StarterModel;
import io.postil.trainer.runs.FirstVersions;
import io.postil.trainer.runs.LogSettings;
import io.postil.trainer.runs.RunsSettings;
import io.postil.trainer.runs.TrainingRuns;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The trainer of one process: owns the intake, which turns feedback into examples, and the runs, which turn examples into
 * versions. Threading: any thread may ask for health; one closes.
 */
public final class TrainerApp implements Part {
    private final IntakeStream intake;
    private final TrainingRuns runs;

    private TrainerApp(IntakeStream intake, TrainingRuns runs) {
        this.intake = intake;
        this.runs = runs;
    }

    /**
     * Sees to it that each task has a version to begin with: publishes the starter checkpoints and their rollouts where there
     * are none. Done by {@link #start} too; a caller that wants them before anything else starts may do it earlier.
     */
    public static void publishFirstVersions(TrainerConfig config, StarterModels starters) {
        FirstVersions.ensure(
                topics(config, "-first-versions"),
                new CheckpointStore(config.service().checkpoints()),
                starters);
    }

    /**
     * Opens everything; topics must exist.
     *
     * @throws io.postil.privacy.seal.KeyRingException if the key file cannot be read
     * @throws IllegalStateException if a topic is missing, naming it
     * @throws org.apache.kafka.common.KafkaException if the broker cannot be reached
     */
    public static TrainerApp start(TrainerConfig config, MeterRegistry registry, TrainerParts parts) {
        var keys = KeyRing.read(config.service().keys());
        var metrics = new MicrometerTrainerMetrics(registry);
        publishFirstVersions(config, parts.starters());
        var intake = IntakeStream.start(intake(config, parts, keys, metrics));
        return new TrainerApp(intake, TrainingRuns.start(topics(config, "-runs"), runs(config, parts, keys, metrics)));
    }

    @Override
    public Health health() {
        return worse(intake.health(), runs.health());
    }

    /** What stopped a half of it counts: half a trainer is none. */
    @Override
    public Optional<String> failure() {
        return intake.failure().or(runs::failure);
    }

    /** Runs first: a run under way is told to stop while the intake is still closing its transaction. */
    @Override
    public void close() {
        runs.close();
        intake.close();
    }

    private static Health worse(Health one, Health other) {
        if (one.status() != other.status()) {
            return one.status().compareTo(other.status()) > 0 ? one : other;
        }
        Map<String, String> details = new HashMap<>(one.details());
        details.putAll(other.details());
        return new Health(one.status(), details);
    }

    private static IntakeSettings intake(
            TrainerConfig config, TrainerParts parts, KeyRing keys, TrainerMetrics metrics) {
        return new IntakeSettings(
                config.service().kafka().clients(),
                config.application(),
                config.state(),
                config.topics(),
                new AvroSerdes(config.service().registry().serdes())::serde,
                parts.starters().all().stream().map(StarterModel::task).toList(),
                keys,
                conversation -> Split.valueOf(
                        io.postil.model.data.Split.of(conversation).name()),
                config.feedback().patience(),
                config.feedback().window(),
                config.service().longestText(),
                metrics);
    }

    private static RunsSettings runs(TrainerConfig config, TrainerParts parts, KeyRing keys, TrainerMetrics metrics) {
        return new RunsSettings(
                parts.starters().all().stream().map(StarterModel::task).toList(),
                new CheckpointStore(config.service().checkpoints()),
                parts.classifiers(),
                parts.attempts(),
                parts.replay(),
                keys,
                config.runs().examples(),
                config.runs().quiet(),
                config.runs().patience(),
                config.runs().check(),
                metrics,
                Clock.systemUTC());
    }

    private static LogSettings topics(TrainerConfig config, String role) {
        return new LogSettings(
                config.service().kafka().clients(),
                config.topics(),
                new AvroSerdes(config.service().registry().serdes())::serde,
                config.application() + role);
    }
}
