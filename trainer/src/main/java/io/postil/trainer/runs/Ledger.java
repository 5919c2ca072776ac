package io.postil.trainer.runs;

import io.postil.schemas.Checkpoint;
import io.postil.schemas.Example;
import io.postil.schemas.Rollout;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The examples, checkpoints and rollouts topics as read so far. Examples stay sealed here. Threading: one thread.
 *
 * <p>All examples are held in memory: some 1 KB each.
 */
final class Ledger {
    private final Map<String, NotedExample> examples = new LinkedHashMap<>();
    private final Map<String, Map<String, Checkpoint>> checkpoints = new HashMap<>();
    private final Map<String, Rollout> rollouts = new HashMap<>();
    private final Map<String, Long> through = new TreeMap<>();

    /** @param example null where the key was deleted */
    void example(String key, Example example, int partition, long offset) {
        examples.remove(key);
        if (example != null) {
            examples.put(key, new NotedExample(example, partition, offset));
        }
        through.put(Integer.toString(partition), offset + 1);
    }

    void checkpoint(Checkpoint checkpoint) {
        var versions = checkpoints.computeIfAbsent(checkpoint.getTask(), task -> new LinkedHashMap<>());
        versions.remove(checkpoint.getVersion());
        versions.put(checkpoint.getVersion(), checkpoint);
    }

    void rollout(Rollout rollout) {
        rollouts.put(rollout.getTask(), rollout);
    }

    /** What this trainer wrote counts at once: a reader sees it a little after its commit. */
    void published(Publication publication) {
        checkpoint(publication.checkpoint());
        publication.rollout().ifPresent(this::rollout);
    }

    /** Someone deleted a key of the rollouts or checkpoints topic. */
    void forget(String key) {
        rollouts.remove(key);
        checkpoints.values().forEach(versions -> versions.values()
                .removeIf(checkpoint -> Publication.key(checkpoint).equals(key)));
    }

    /** Partition of the examples topic, as text, to the first offset not read. */
    Map<String, Long> through() {
        return Map.copyOf(through);
    }

    TaskLedger of(String task) {
        Map<String, NotedExample> own = new LinkedHashMap<>();
        examples.forEach((key, noted) -> {
            if (noted.example().getTask().equals(task)) {
                own.put(key, noted);
            }
        });
        return new TaskLedger(
                task, own, checkpoints.getOrDefault(task, Map.of()), Optional.ofNullable(rollouts.get(task)));
    }
}
