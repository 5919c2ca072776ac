package io.postil.trainer.runs;

import io.postil.model.store.CheckpointStore;
import io.postil.model.store.StoredCheckpoint;
import io.postil.schemas.Checkpoint;
import io.postil.schemas.Rollout;
import io.postil.schemas.Stage;
import io.postil.schemas.Verdict;
import io.postil.trainer.parts.StarterModels;
import io.postil.trainer.parts.StarterModels.StarterModel;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/**
 * Sees to it that each task has a rollout. One that has none begins with its starter checkpoint as v1, or goes on with the
 * last version that was promoted where only the rollout is gone. Does nothing the second time.
 */
public final class FirstVersions {
    private final TrainerLog log;
    private final CheckpointStore store;
    private final Clock clock;

    FirstVersions(TrainerLog log, CheckpointStore store, Clock clock) {
        this.log = log;
        this.store = store;
        this.clock = clock;
    }

    /**
     * Does it on a cluster whose topics exist.
     *
     * @param topics with a transactional id that is not the trainer's, which may be running
     */
    public static void ensure(LogSettings topics, CheckpointStore store, StarterModels starters) {
        try (var log = topics.open()) {
            new FirstVersions(log, store, Clock.systemUTC()).ensure(starters);
        }
    }

    void ensure(StarterModels starters) {
        var ledger = new Ledger();
        log.follow(ledger);
        for (StarterModel starter : starters.all()) {
            var known = ledger.of(starter.task().name());
            if (known.rollout().isEmpty()) {
                var checkpoint = known.standing().orElseGet(() -> checkpoint(starter));
                log.publish(new Publication(checkpoint, Optional.of(rollout(checkpoint)), List.of()));
            }
        }
    }

    private Checkpoint checkpoint(StarterModel starter) {
        var stored = stored(starter);
        return Checkpoint.newBuilder()
                .setTask(stored.task())
                .setVersion(stored.version())
                .setLocation(stored.task() + "/" + stored.version())
                .setDigest(stored.digest())
                .setBase(starter.base())
                .setVerdict(Verdict.STARTER)
                .setReason("the checkpoint that Postil comes with")
                .setExamples(0)
                .setAt(clock.instant())
                .build();
    }

    /** A start that was killed after the store was written finds the version there. */
    private StoredCheckpoint stored(StarterModel starter) {
        var task = starter.task().name();
        return store.versions(task).contains(Versions.FIRST)
                ? store.open(task, Versions.FIRST)
                : store.publish(task, Versions.FIRST, starter.files());
    }

    private Rollout rollout(Checkpoint checkpoint) {
        return Rollout.newBuilder()
                .setTask(checkpoint.getTask())
                .setChampion(checkpoint.getVersion())
                .setStage(Stage.NONE)
                .setSequence(1)
                .setBy("starter")
                .setReason(checkpoint.getReason())
                .setAt(clock.instant())
                .build();
    }
}
