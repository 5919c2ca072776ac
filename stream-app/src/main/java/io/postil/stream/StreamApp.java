package io.postil.stream;

import io.micrometer.core.instrument.MeterRegistry;
import io.postil.model.ClassifierFactory;
import io.postil.model.store.CheckpointStore;
import io.postil.privacy.Masker;
import io.postil.privacy.rules.Rules;
import io.postil.privacy.seal.KeyRing;
import io.postil.schemas.AvroSerdes;
import io.postil.service.ConsumerLag;
import io.postil.service.Health;
import io.postil.service.Part;
import io.postil.service.RunningMark;
import io.postil.stream.annotate.AnnotateTopology;
import io.postil.stream.annotate.Annotating;
import io.postil.stream.annotate.Masking;
import io.postil.stream.metrics.MicrometerStreamMetrics;
import io.postil.stream.metrics.StreamMetrics;
import io.postil.stream.serving.RolloutFollower;
import io.postil.stream.serving.ServedModels;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.apache.kafka.streams.CloseOptions;
import org.apache.kafka.streams.CloseOptions.GroupMembershipOperation;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsConfig;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The stream of one process: owns the models, the follower that says which, and Kafka Streams. Processing begins when every
 * task has a model; until then health says what is waited for. Threading: any thread may ask for health; one closes.
 */
public final class StreamApp implements Part {
    private static final Logger LOG = LoggerFactory.getLogger(StreamApp.class);
    private static final Duration CLOSE_LIMIT = Duration.ofSeconds(15);

    private final Stopping stopping = new Stopping();
    private final Clock clock = Clock.systemUTC();
    private final FailurePolicy policy;
    private final ServedModels models;
    private final KafkaStreams streams;
    private final RunningMark mark;
    private final RolloutFollower follower;

    private StreamApp(StreamConfig config, StreamMetrics metrics, ClassifierFactory factory) {
        var serdes = new AvroSerdes(config.service().registry().serdes());
        var masking = new Masking(
                new Masker(Rules.standard()),
                config.policy(),
                KeyRing.read(config.service().keys()));
        var kafka = new KafkaClients(config);
        policy = new FailurePolicy(stopping, clock, metrics);
        models = models(config, metrics, factory);
        streams = streams(topology(config, serdes, masking, metrics), kafka);
        metrics.lag(() -> ConsumerLag.of(streams.metrics()));
        mark = new RunningMark(
                StreamSettings.STATE.key(),
                config.streams().state().resolve(config.streams().application() + ".running"));
        begin();
        follower = follower(config, serdes, kafka);
    }

    /**
     * Opens everything and returns at once; models are loaded by the follower's thread. Does not wait for broker or registry.
     *
     * @param factory makes classifiers; the caller decides on device and native threads
     * @throws io.postil.privacy.seal.KeyRingException if the key file cannot be read
     * @throws org.apache.kafka.common.KafkaException if a client refuses its settings
     */
    public static StreamApp start(StreamConfig config, MeterRegistry registry, ClassifierFactory factory) {
        return new StreamApp(config, new MicrometerStreamMetrics(registry), factory);
    }

    @Override
    public Health health() {
        return StreamHealth.of(
                streams.state(), follower.problems(), policy.fatal().or(follower::ended), policy.trouble());
    }

    @Override
    public Optional<String> failure() {
        return policy.fatal().or(follower::ended);
    }

    /**
     * Stops asking first, then what answers: no rollout may start the stream or swap a model while it closes, and no model may
     * close while a record waits for it. The group is left, so that the next start need not wait for this one's session to end.
     */
    @Override
    public void close() {
        stopping.stop();
        follower.close();
        boolean inTime = streams.close(
                CloseOptions.timeout(CLOSE_LIMIT).withGroupMembershipOperation(GroupMembershipOperation.LEAVE_GROUP));
        if (inTime && policy.fatal().isEmpty()) {
            mark.remove();
        }
        models.close();
    }

    /**
     * What lies on disk after a process that was killed may hold what was never committed, so it is made again from the topics.
     * Kafka Streams would find that out by itself, task by task, with an error and a stack trace for each.
     */
    private void begin() {
        if (mark.standing()) {
            LOG.info(
                    "The last process did not end in order; keys and memory of conversations are read again from their topics");
            streams.cleanUp();
        }
        mark.set();
    }

    private static ServedModels models(StreamConfig config, StreamMetrics metrics, ClassifierFactory factory) {
        var store = new CheckpointStore(config.service().checkpoints());
        return new ServedModels(config.tasks(), store, factory, config.batchLimits(), metrics);
    }

    private AnnotateTopology topology(StreamConfig config, AvroSerdes serdes, Masking masking, StreamMetrics metrics) {
        var parts = new Annotating.Parts(config.topics(), serdes, models, masking, stopping, clock, metrics);
        return new AnnotateTopology(config.topics(), Annotating.of(parts, config.tasks(), config.limits()));
    }

    private KafkaStreams streams(AnnotateTopology topology, KafkaClients kafka) {
        StreamsConfig settings = kafka.streams(topology);
        var made = new KafkaStreams(topology.build(settings), settings);
        made.setUncaughtExceptionHandler(policy);
        return made;
    }

    /** Starts following, and so may start the stream at any moment. */
    private RolloutFollower follower(StreamConfig config, AvroSerdes serdes, KafkaClients kafka) {
        var parts = new RolloutFollower.Parts(
                config.topics(), serdes, models, config.streams().instance(), clock);
        try {
            return RolloutFollower.start(parts, kafka.rollouts(), kafka.statuses(), streams::start);
        } catch (RuntimeException e) {
            streams.close();
            throw e;
        }
    }
}
