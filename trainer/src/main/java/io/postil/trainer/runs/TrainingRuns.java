package io.postil.trainer.runs;

import io.postil.service.Health;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The thread that runs are made on. Threading: any thread may ask for health; one closes.
 *
 * <p>Only one trainer trains: the last that starts shuts out the one before it, which then ends with a failure that says so.
 */
public final class TrainingRuns implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(TrainingRuns.class);
    private static final Duration CLOSE_LIMIT = Duration.ofSeconds(15);

    private final LogSettings topics;
    private final RunsSettings settings;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private final Thread thread = new Thread(this::work, "training-runs");
    private volatile Health health = Health.starting("the trainer reads its topics");
    private volatile Optional<String> failure = Optional.empty();

    private TrainingRuns(LogSettings topics, RunsSettings settings) {
        this.topics = topics;
        this.settings = settings;
    }

    /** Starts the thread and returns at once. */
    public static TrainingRuns start(LogSettings topics, RunsSettings settings) {
        var runs = new TrainingRuns(topics, settings);
        runs.thread.setDaemon(true);
        runs.thread.setUncaughtExceptionHandler((thread, error) -> runs.failed(error));
        runs.thread.start();
        return runs;
    }

    public Health health() {
        return health;
    }

    /** What ended the runs for good, if anything did. */
    public Optional<String> failure() {
        return failure;
    }

    /** Asks a run that is under way to stop, which leaves nothing behind. Waits a while for it; the thread is a daemon. */
    @Override
    public void close() {
        stopped.countDown();
        settings.attempts().stop();
        try {
            thread.join(CLOSE_LIMIT.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void work() {
        while (stopped.getCount() > 0) {
            try (var log = topics.open()) {
                follow(settings.loop(log));
            } catch (LogException e) {
                health = Health.down(e.getMessage() + ": " + e.getCause().getMessage());
                LOG.atWarn()
                        .setMessage("Topics are out of reach")
                        .addKeyValue("problem", e.getCause().toString())
                        .log();
                pause(settings.check());
            }
        }
    }

    private void follow(RunLoop loop) {
        while (stopped.getCount() > 0) {
            loop.turn();
            health = Health.up(Map.of("runs", "following"));
            pause(settings.check());
        }
    }

    private void failed(Throwable error) {
        failure = Optional.of("training ended: " + error.getMessage());
        health = Health.down(failure.get());
        LOG.atError().setMessage("Training ended").setCause(error).log();
    }

    private void pause(Duration time) {
        try {
            if (stopped.await(time.toMillis(), TimeUnit.MILLISECONDS)) {
                health = Health.down("closed");
            }
        } catch (InterruptedException e) {
            stopped.countDown();
        }
    }
}
