package io.postil.trainer.intake;

import io.postil.schemas.RegistryUnavailableException;
import io.postil.schemas.Topics;
import io.postil.service.ConsumerLag;
import io.postil.service.Health;
import io.postil.service.RunningMark;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.apache.kafka.streams.CloseOptions;
import org.apache.kafka.streams.CloseOptions.GroupMembershipOperation;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The running intake. Threading: any thread may ask for health; one closes. */
public final class IntakeStream implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(IntakeStream.class);
    private static final Duration CLOSE_LIMIT = Duration.ofSeconds(15);
    private static final Duration RESTART_PAUSE = Duration.ofSeconds(1);
    private static final int SESSION_MILLIS = 10_000;
    private static final long ADMIN_SECONDS = 30;

    private final KafkaStreams streams;
    private final RunningMark mark;
    private final AtomicReference<String> fatal = new AtomicReference<>();

    private IntakeStream(KafkaStreams streams, RunningMark mark) {
        this.streams = streams;
        this.mark = mark;
    }

    /**
     * Starts Kafka Streams and returns at once.
     *
     * @throws IllegalStateException if a topic is missing, naming it
     * @throws KafkaException if the broker cannot be reached
     */
    public static IntakeStream start(IntakeSettings settings) {
        int partitions = partitions(settings);
        var config = config(settings);
        EmptyStores.remove(settings.state().resolve(settings.application()));
        var streams = new KafkaStreams(Intake.topology(settings.plan(), config, partitions), config);
        var intake = new IntakeStream(
                streams,
                new RunningMark("trainer.state", settings.state().resolve(settings.application() + ".running")));
        streams.setUncaughtExceptionHandler(intake::failed);
        settings.metrics().lag(() -> ConsumerLag.of(streams.metrics()));
        intake.begin();
        return intake;
    }

    /**
     * What lies on disk after a process that was killed may hold what was never committed, so it is made again from the topics.
     * Kafka Streams would find that out by itself, task by task, with an error and a stack trace for each.
     */
    private void begin() {
        if (mark.standing()) {
            LOG.info("The last process did not end in order; what the intake remembers is read again from its topics");
            streams.cleanUp();
        }
        mark.set();
        streams.start();
    }

    public Health health() {
        return switch (streams.state()) {
            case RUNNING -> Health.up(Map.of("intake", "running"));
            case CREATED, REBALANCING -> Health.starting("the intake takes over its partitions");
            default -> Health.down(failure().orElse("the intake is " + streams.state()));
        };
    }

    /** What stopped the intake for good, if anything did. */
    public Optional<String> failure() {
        return Optional.ofNullable(fatal.get());
    }

    /** Leaves the group, so that the next start need not wait for this one's session to end. */
    @Override
    public void close() {
        boolean inTime = streams.close(
                CloseOptions.timeout(CLOSE_LIMIT).withGroupMembershipOperation(GroupMembershipOperation.LEAVE_GROUP));
        if (inTime && failure().isEmpty()) {
            mark.remove();
        }
    }

    /** What may pass by itself replaces the thread: its transaction is aborted, its records are read again. */
    private StreamThreadExceptionResponse failed(Throwable error) {
        var innermost = causes(error).reduce((outer, inner) -> inner).orElse(error);
        if (causes(error).anyMatch(IntakeStream::mayPass)) {
            LOG.atWarn()
                    .setMessage("An intake thread is replaced")
                    .addKeyValue("error", innermost)
                    .log();
            LockSupport.parkNanos(RESTART_PAUSE.toNanos());
            return StreamThreadExceptionResponse.REPLACE_THREAD;
        }
        fatal.set(innermost.getClass().getSimpleName() + ": " + innermost.getMessage());
        LOG.atError()
                .setMessage("The intake stops")
                .addKeyValue("error", innermost)
                .setCause(error)
                .log();
        return StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
    }

    private static boolean mayPass(Throwable cause) {
        return cause instanceof RegistryUnavailableException || cause instanceof RetriableException;
    }

    private static Stream<Throwable> causes(Throwable error) {
        return Stream.iterate(error, cause -> cause != null, Throwable::getCause)
                .limit(20);
    }

    static StreamsConfig config(IntakeSettings settings) {
        Map<String, Object> config = new HashMap<>(settings.clients());
        config.put(StreamsConfig.APPLICATION_ID_CONFIG, settings.application());
        config.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
        config.put(StreamsConfig.STATE_DIR_CONFIG, settings.state().toString());
        config.put(StreamsConfig.ENSURE_EXPLICIT_INTERNAL_RESOURCE_NAMING_CONFIG, true);
        config.put(StreamsConfig.producerPrefix(ProducerConfig.MAX_REQUEST_SIZE_CONFIG), Topics.MAX_REQUEST_BYTES);
        config.put(
                StreamsConfig.topicPrefix(TopicConfig.MAX_MESSAGE_BYTES_CONFIG),
                Integer.toString(Topics.MAX_REQUEST_BYTES));
        config.put(StreamsConfig.consumerPrefix(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG), SESSION_MILLIS);
        config.put(StreamsConfig.consumerPrefix(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG), "earliest");
        return new StreamsConfig(config);
    }

    /** Of originals, which corrections are spread alike; the other topics may have any number. */
    private static int partitions(IntakeSettings settings) {
        var originals = settings.topics().originals().name();
        var needed = List.of(
                settings.topics().feedback().name(),
                originals,
                settings.topics().examples().name(),
                settings.topics().receipts().name(),
                settings.topics().deadLetters().name(),
                settings.topics().conversationKeys().name());
        try (var admin = Admin.create(settings.clients())) {
            var found = admin.describeTopics(needed).allTopicNames().get(ADMIN_SECONDS, TimeUnit.SECONDS);
            return found.get(originals).partitions().size();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof UnknownTopicOrPartitionException) {
                throw new IllegalStateException(
                        "a topic is missing among " + needed + "; `postil topics create` makes them", e.getCause());
            }
            throw new KafkaException("the topics cannot be looked up", e.getCause());
        } catch (TimeoutException e) {
            throw new KafkaException("the topics cannot be looked up within " + ADMIN_SECONDS + " s", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KafkaException("interrupted", e);
        }
    }
}
