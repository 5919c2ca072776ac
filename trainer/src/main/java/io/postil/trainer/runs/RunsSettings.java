package io.postil.trainer.runs;

import io.postil.model.ClassifierFactory;
import io.postil.model.store.CheckpointStore;
import io.postil.privacy.seal.KeyRing;
import io.postil.trainer.parts.ReplayData;
import io.postil.trainer.parts.Task;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/**
 * What runs are made with.
 *
 * @param classifiers open checkpoints as the stream does, in fp32, so that a read-back can be compared
 * @param keys open what conversations' keys have not sealed, and unwrap those
 * @param examples that start a run
 * @param quiet since the newest new example, before they are counted
 * @param patience since the oldest new example, after which a run starts
 * @param check how often that is looked at
 */
public record RunsSettings(
        List<Task> tasks,
        CheckpointStore store,
        ClassifierFactory classifiers,
        Attempts attempts,
        ReplayData replay,
        KeyRing keys,
        int examples,
        Duration quiet,
        Duration patience,
        Duration check,
        RunMetrics metrics,
        Clock clock) {

    private static final Duration FIRST_BACKOFF = Duration.ofMinutes(1);
    private static final Duration LONGEST_BACKOFF = Duration.ofHours(1);

    public RunsSettings {
        tasks = List.copyOf(tasks);
    }

    RunLoop loop(TrainerLog log) {
        var memory = new Memory(log, keys, replay);
        var runner = new Runner(log, store, attempts, new ReadBack(store, classifiers), memory, replay, clock);
        var backoff = new Backoff(FIRST_BACKOFF, LONGEST_BACKOFF);
        return new RunLoop(log, tasks, new Schedule(examples, quiet, patience), runner, backoff, metrics, clock);
    }
}
