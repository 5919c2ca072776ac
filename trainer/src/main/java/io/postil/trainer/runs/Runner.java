package io.postil.trainer.runs;

import io.postil.model.Input;
import io.postil.model.data.Split;
import io.postil.model.store.CheckpointStore;
import io.postil.model.store.StoredCheckpoint;
import io.postil.model.train.TrainingItem;
import io.postil.schemas.Checkpoint;
import io.postil.schemas.Rollout;
import io.postil.schemas.Stage;
import io.postil.schemas.Verdict;
import io.postil.trainer.parts.ReplayData;
import io.postil.trainer.parts.Task;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One run, from what the topics say to one transaction. Whatever stops it before that transaction leaves nothing behind but a
 * version in the store that no record names.
 */
final class Runner {
    private static final int PROBES = 64;
    private static final String FORGOTTEN = "examples_forgotten";

    private final TrainerLog log;
    private final CheckpointStore store;
    private final Attempts attempts;
    private final ReadBack readBack;
    private final Memory memory;
    private final ReplayData replay;
    private final Clock clock;

    Runner(
            TrainerLog log,
            CheckpointStore store,
            Attempts attempts,
            ReadBack readBack,
            Memory memory,
            ReplayData replay,
            Clock clock) {
        this.log = log;
        this.store = store;
        this.attempts = attempts;
        this.readBack = readBack;
        this.memory = memory;
        this.replay = replay;
        this.clock = clock;
    }

    /** Makes, judges and publishes the next version of a task. The ledger is brought up to date on the way. */
    Checkpoint run(Task task, Ledger ledger) {
        var before = ledger.of(task.name());
        var through = ledger.through();
        var champion = store.open(task.name(), before.rollout().orElseThrow().getChampion());
        var data = memory.open(task, before);
        try (var attempt = attempts.make(task, champion, data)) {
            var version = before.nextVersion(store.versions(task.name()));
            var stored = store.publish(task.name(), version, attempt::save);
            var broken = readBack.problem(stored, attempt, probe(task, data));
            log.follow(ledger);
            var now = ledger.of(task.name());
            var verdict = Decision.of(attempt.findings(), broken, before.rollout(), now.rollout());
            var draft = checkpoint(stored, before, attempt.findings(), data, through);
            var publication = publication(draft, verdict, before, now, attempt.findings());
            log.publish(publication);
            ledger.published(publication);
            return publication.checkpoint();
        }
    }

    private Publication publication(
            Checkpoint.Builder draft, Decision decision, TaskLedger before, TaskLedger now, Attempt.Findings findings) {
        var at = clock.instant();
        var checkpoint = draft.setVerdict(decision.promote() ? Verdict.PROMOTED : Verdict.REFUSED)
                .setReason(decision.reason())
                .setAt(at)
                .build();
        if (!decision.promote()) {
            return new Publication(checkpoint, Optional.empty(), List.of());
        }
        var receipts = new RunReceipts(checkpoint.getVersion(), findings.measured(), at).of(before, now);
        return new Publication(checkpoint, Optional.of(rollout(checkpoint, now, at)), receipts);
    }

    private static Rollout rollout(Checkpoint checkpoint, TaskLedger now, Instant at) {
        return Rollout.newBuilder()
                .setTask(checkpoint.getTask())
                .setChampion(checkpoint.getVersion())
                .setStage(Stage.NONE)
                .setSequence(now.rollout().orElseThrow().getSequence() + 1)
                .setBy("trainer")
                .setReason(checkpoint.getReason())
                .setAt(at)
                .build();
    }

    private static Checkpoint.Builder checkpoint(
            StoredCheckpoint stored,
            TaskLedger before,
            Attempt.Findings findings,
            RunData data,
            Map<String, Long> through) {
        var champion = before.rollout().orElseThrow().getChampion();
        var parent = Optional.ofNullable(before.checkpoints().get(champion));
        return Checkpoint.newBuilder()
                .setTask(stored.task())
                .setVersion(stored.version())
                .setLocation(stored.task() + "/" + stored.version())
                .setDigest(stored.digest())
                .setParent(champion)
                .setBase(parent.map(Checkpoint::getBase).orElse("unknown"))
                .setMetrics(metrics(findings, data))
                .setExamples(data.corrected().size())
                .setExamplesThrough(through);
    }

    /** What was measured, and how many examples were deleted since their conversations were forgotten, where some were. */
    private static Map<String, Double> metrics(Attempt.Findings findings, RunData data) {
        if (data.forgotten() == 0) {
            return findings.metrics();
        }
        Map<String, Double> metrics = new HashMap<>(findings.metrics());
        metrics.put(FORGOTTEN, (double) data.forgotten());
        return metrics;
    }

    private List<Input> probe(Task task, RunData data) {
        return Stream.concat(
                        data.corrected().stream().map(RunData.Corrected::item),
                        replay.items(task.name(), Split.HELD_OUT).stream())
                .map(TrainingItem::input)
                .limit(PROBES)
                .collect(Collectors.toList());
    }
}
