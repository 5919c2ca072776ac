package io.postil.cli.local;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.postil.cli.Termination;
import io.postil.embedded.LocalBroker;
import io.postil.embedded.LocalRegistry;
import io.postil.model.torch.TorchClassifiers;
import io.postil.model.torch.TorchOptions;
import io.postil.privacy.seal.KeyRing;
import io.postil.service.Health;
import io.postil.service.OpsServer;
import io.postil.starter.SampleFeed;
import io.postil.stream.StreamApp;
import io.postil.stream.StreamConfig;
import io.postil.trainer.TrainerApp;
import io.postil.trainer.TrainerConfig;
import io.postil.trainer.TrainerParts;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Optional;

/**
 * Everything in one JVM and one child process. Owns what it started and closes it in reverse: the feed before the stream, the
 * applications before the broker and the registry that they speak to.
 */
public final class Local implements AutoCloseable {
    private static final long SERVING_PAUSE_MILLIS = 50;
    private static final Duration FEED_PAUSE = Duration.ofMillis(500);

    private final LocalOptions options;
    private final Steps steps;
    private final PrintWriter err;
    private final LocalFolder folder;
    private final Deque<AutoCloseable> opened = new ArrayDeque<>();
    private final PrometheusMeterRegistry metrics = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private LocalAddresses addresses;
    private StreamApp stream;
    private TrainerApp trainer;

    private Local(LocalOptions options, PrintWriter err) {
        this.options = options;
        this.err = err;
        this.steps = new Steps(err);
        this.folder = new LocalFolder(options.data().toAbsolutePath().normalize());
    }

    /** It was asked to end while it was starting; what had been started is closed. */
    public static final class StoppedException extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /**
     * Starts everything, saying each step.
     *
     * @throws StoppedException if the process is asked to end meanwhile
     */
    public static Local start(LocalOptions options, PrintWriter err, Termination termination) {
        Local local = new Local(options, err);
        try {
            local.open(termination);
            return local;
        } catch (RuntimeException e) {
            local.close();
            throw e;
        }
    }

    /** {@code {"ready":true,"bootstrap":…,"registry":…,"http":…}}. */
    public String ready() {
        return addresses.ready();
    }

    /** Shows how it goes until it is asked to end; false where a part has failed for good. */
    public boolean watch(Termination termination) throws InterruptedException {
        LiveView view = new LiveView(metrics, err, options.terminal());
        Optional<String> failure = failure();
        while (failure.isEmpty() && !termination.await(view.pause().toMillis())) {
            view.show();
            failure = failure();
        }
        view.end();
        failure.ifPresent(reason -> steps.say("stopped: " + reason));
        return failure.isEmpty();
    }

    @Override
    public void close() {
        while (!opened.isEmpty()) {
            AutoCloseable next = opened.pop();
            try {
                next.close();
            } catch (Exception e) { // what else is open must be closed all the same
                steps.say("closing: " + e);
            }
        }
        steps.say("stopped");
    }

    private void open(Termination termination) {
        own(FolderLock.take(folder.lock()));
        addresses = LocalAddresses.of(options.port());
        infrastructure(termination);
        LocalConfig config = new LocalConfig(folder, addresses, options.settings());
        steps.run("topics and schemas", config::createTopics);
        check(termination);
        TrainerConfig training = config.trainer();
        TrainerParts parts =
                TrainerWiring.parts(options.bases(), options.modelCache(), options.torch(), training.learning());
        steps.run("models", () -> publishFirst(training, parts));
        check(termination);
        StreamConfig streaming = config.stream();
        TorchOptions computing = options.torch().with(streaming.computing().numeric());
        stream = own(steps.run(
                "stream", () -> StreamApp.start(streaming, metrics, new TorchClassifiers(options.bases(), computing))));
        trainer = own(steps.run("trainer", () -> TrainerApp.start(training, metrics, parts)));
        own(OpsServer.start(
                "localhost", addresses.http(), metrics, Map.of("stream", stream::health, "trainer", trainer::health)));
        if (options.feed()) {
            own(Feed.start(config.producer(), config.topics().utterances(), SampleFeed.turns(), FEED_PAUSE));
        }
        steps.run("serving", () -> awaitServing(termination));
    }

    /** The child starts while the broker does. */
    private void infrastructure(Termination termination) {
        createKeys();
        LocalRegistry registry = own(registry());
        own(steps.run("broker", () -> LocalBroker.start(folder.broker(), addresses.brokerPort())));
        check(termination);
        steps.run("schema registry", registry::awaitReady);
        check(termination);
    }

    private LocalRegistry registry() {
        return options.rehearsal()
                ? LocalRegistry.rehearse(options.distribution(), folder.registry(), addresses.registryPort())
                : LocalRegistry.start(options.distribution(), folder.registry(), addresses.registryPort());
    }

    private void createKeys() {
        if (!Files.exists(folder.keys())) {
            try {
                Files.createDirectories(folder.keys().getParent());
            } catch (IOException e) {
                throw new UncheckedIOException("--data: " + folder.root() + " cannot be written", e);
            }
            KeyRing.generate(folder.keys());
        }
    }

    private static Void publishFirst(TrainerConfig config, TrainerParts parts) {
        TrainerApp.publishFirstVersions(config, parts.starters());
        return null;
    }

    private Void awaitServing(Termination termination) {
        try {
            while (stream.health().status() != Health.Status.UP
                    || trainer.health().status() != Health.Status.UP) {
                failure().ifPresent(reason -> {
                    throw new IllegalStateException(reason);
                });
                if (termination.await(SERVING_PAUSE_MILLIS)) {
                    throw new StoppedException();
                }
            }
            return null;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoppedException();
        }
    }

    private Optional<String> failure() {
        return stream.failure().or(trainer::failure);
    }

    private static void check(Termination termination) {
        if (termination.asked()) {
            throw new StoppedException();
        }
    }

    private <T extends AutoCloseable> T own(T part) {
        opened.push(part);
        return part;
    }
}
