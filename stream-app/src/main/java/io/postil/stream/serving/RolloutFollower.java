package io.postil.stream.serving;

import io.postil.schemas.AvroSerdes;
import io.postil.schemas.RegistryUnavailableException;
import io.postil.schemas.Topics;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings the models to what the topic of rollouts says last, calls back once every task has a version that answers, and goes
 * on. Threading: a thread of its own; {@link #problems} and {@link #ended} are asked from any.
 */
public final class RolloutFollower implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(RolloutFollower.class);
    private static final long ABSENT_MILLIS = 500;

    /** What it works with; the models are the caller's to close, after the follower. */
    public record Parts(Topics topics, AvroSerdes serdes, ServedModels models, String instance, Clock clock) {}

    /** Where the statuses go, to be closed at the end. */
    interface Closing extends AutoCloseable {
        @Override
        void close();
    }

    private final RolloutTopic topic;
    private final Rollouts rollouts;
    private final Closing report;
    private final Runnable whenReady;
    private final Thread thread = new Thread(this::run, "postil-rollouts");
    private volatile Map<String, String> problems = Map.of("rollouts", "are being read");
    private volatile Optional<String> ended = Optional.empty();
    private final CountDownLatch closing = new CountDownLatch(1);
    private boolean ready;

    RolloutFollower(RolloutTopic topic, Rollouts rollouts, Closing report, Runnable whenReady) {
        this.topic = topic;
        this.rollouts = rollouts;
        this.report = report;
        this.whenReady = whenReady;
    }

    /**
     * Starts following.
     *
     * @param consumer settings of the one that reads rollouts
     * @param producer settings of the one that reports
     * @param whenReady called once, in the follower's thread
     */
    public static RolloutFollower start(
            Parts parts, Map<String, Object> consumer, Map<String, Object> producer, Runnable whenReady) {
        Topics topics = parts.topics();
        var report = new KafkaStatusReport(
                new KafkaProducer<>(producer, new StringSerializer(), new ByteArraySerializer()),
                topics.rolloutStatus(),
                parts.serdes().serde(topics.rolloutStatus()).serializer());
        var topic = new RolloutTopic(
                new KafkaConsumer<>(consumer, new StringDeserializer(), new ByteArrayDeserializer()),
                topics.rollouts().name(),
                parts.serdes().serde(topics.rollouts()).deserializer());
        var rollouts = new Rollouts(parts.models().byTask(), parts.instance(), report, parts.clock());
        var follower = new RolloutFollower(topic, rollouts, report::close, whenReady);
        follower.start();
        return follower;
    }

    void start() {
        thread.start();
    }

    /** Task to what is wrong with it, or what it waits for; empty when all is as wanted. */
    public Map<String, String> problems() {
        return problems;
    }

    /** Why rollouts are no longer followed, if that is so. */
    public Optional<String> ended() {
        return ended;
    }

    private void run() {
        try (report;
                topic) {
            while (!closing.await(round() ? 0 : ABSENT_MILLIS, TimeUnit.MILLISECONDS)) {}
        } catch (WakeupException | InterruptedException e) {
            LOG.debug("Asked to stop following rollouts");
        } catch (RuntimeException | Error e) {
            ended = Optional.of("rollouts are no longer followed: " + e);
            LOG.atError().setCause(e).log("Rollouts are no longer followed");
        }
    }

    /** Whether the topic could be read; else it is no use to try again at once. */
    private boolean round() {
        try {
            if (!topic.find()) {
                problems = Map.of("rollouts", "the topic does not exist");
                return false;
            }
            topic.poll(rollouts::want);
            if (topic.caughtUp()) {
                settle();
            }
            return true;
        } catch (RetriableException | RegistryUnavailableException e) {
            problems = Map.of("rollouts", e.getMessage());
            LOG.atWarn().addKeyValue("error", e.getMessage()).log("Rollouts cannot be read or answered now");
            return false;
        }
    }

    private void settle() {
        rollouts.settle();
        problems = rollouts.problems();
        if (!ready && rollouts.ready()) {
            ready = true;
            whenReady.run();
        }
    }

    /** Waits for a model that is being loaded. */
    @Override
    public void close() {
        closing.countDown();
        topic.stop();
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
