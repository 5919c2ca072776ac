package io.postil.trainer.runs;

import io.postil.model.CheckpointException;
import io.postil.model.ClassifierException;
import io.postil.model.store.StoreException;
import io.postil.schemas.Checkpoint;
import io.postil.trainer.parts.Task;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks at each task in turn and runs what is due. Threading: one thread. */
final class RunLoop {
    private static final Logger LOG = LoggerFactory.getLogger(RunLoop.class);

    private final TrainerLog log;
    private final Ledger ledger = new Ledger();
    private final List<Task> tasks;
    private final Schedule schedule;
    private final Runner runner;
    private final Backoff backoff;
    private final RunMetrics metrics;
    private final Clock clock;

    RunLoop(
            TrainerLog log,
            List<Task> tasks,
            Schedule schedule,
            Runner runner,
            Backoff backoff,
            RunMetrics metrics,
            Clock clock) {
        this.log = log;
        this.tasks = List.copyOf(tasks);
        this.schedule = schedule;
        this.runner = runner;
        this.backoff = backoff;
        this.metrics = metrics;
        this.clock = clock;
    }

    /**
     * Reads what is new, and runs each task that is due once.
     *
     * @throws FencedException if another trainer has taken over
     * @throws LogException if the topics cannot be read for now
     */
    void turn() {
        log.follow(ledger);
        for (Task task : tasks) {
            if (!backoff.holds(task.name(), clock.instant())) {
                schedule.due(ledger.of(task.name()), clock.instant()).ifPresent(reason -> run(task, reason));
            }
        }
    }

    private void run(Task task, String because) {
        LOG.atInfo()
                .setMessage("Run begins")
                .addKeyValue("task", task.name())
                .addKeyValue("because", because)
                .log();
        metrics.runStarted(task.name());
        var start = clock.instant();
        try {
            ended(runner.run(task, ledger), start);
        } catch (RunFailedException | CheckpointException | ClassifierException | StoreException | LogException e) {
            failed(task, e);
        } catch (OutOfMemoryError e) {
            // All that the run held is garbage by now; the intake beside it lives on.
            failed(task, e);
        }
    }

    private void ended(Checkpoint checkpoint, Instant start) {
        backoff.succeeded(checkpoint.getTask());
        var took = Duration.between(start, clock.instant());
        metrics.runEnded(checkpoint.getTask(), checkpoint.getVerdict(), took, checkpoint.getMetrics());
        LOG.atInfo()
                .setMessage("Run ended")
                .addKeyValue("task", checkpoint.getTask())
                .addKeyValue("version", checkpoint.getVersion())
                .addKeyValue("verdict", checkpoint.getVerdict())
                .addKeyValue("reason", checkpoint.getReason())
                .addKeyValue("seconds", took.toSeconds())
                .log();
    }

    private void failed(Task task, Throwable problem) {
        metrics.runFailed(task.name());
        var wait = backoff.failed(task.name(), clock.instant());
        LOG.atWarn()
                .setMessage("Run failed; it is tried again")
                .addKeyValue("task", task.name())
                .addKeyValue("in", wait)
                .addKeyValue("problem", problem.toString())
                .log();
    }
}
