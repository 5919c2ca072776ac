package io.postil.trainer.runs;

import io.postil.schemas.Checkpoint;
import io.postil.schemas.Rollout;
import io.postil.schemas.Verdict;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * All that the topics say of one task, at one moment.
 *
 * @param examples by key
 * @param checkpoints by version, in the order in which they were written
 */
record TaskLedger(
        String task,
        Map<String, NotedExample> examples,
        Map<String, Checkpoint> checkpoints,
        Optional<Rollout> rollout) {

    TaskLedger {
        examples = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(examples));
        checkpoints = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(checkpoints));
    }

    /** The same without some examples. */
    TaskLedger without(Collection<String> keys) {
        Map<String, NotedExample> left = new LinkedHashMap<>(examples);
        left.keySet().removeAll(keys);
        return new TaskLedger(task, left, checkpoints, rollout);
    }

    /** The examples that no run has read yet, promoted or refused. */
    List<NotedExample> unread() {
        return newSince(last(Set.of(Verdict.PROMOTED, Verdict.REFUSED)));
    }

    /** The examples that no promoted version has learned from or was measured with. */
    List<NotedExample> unpromoted() {
        return newSince(last(Set.of(Verdict.PROMOTED)));
    }

    /** The last version that was meant to answer. */
    Optional<Checkpoint> standing() {
        return last(Set.of(Verdict.STARTER, Verdict.PROMOTED));
    }

    private List<NotedExample> newSince(Optional<Checkpoint> run) {
        Map<String, Long> through = run.map(Checkpoint::getExamplesThrough).orElseGet(Map::of);
        return examples.values().stream()
                .filter(example -> example.isNewSince(through))
                .toList();
    }

    private Optional<Checkpoint> last(Set<Verdict> verdicts) {
        return checkpoints.values().stream()
                .filter(checkpoint -> verdicts.contains(checkpoint.getVerdict()))
                .reduce((earlier, later) -> later);
    }

    /** The version after the highest, of those written to the topic and of those in the store. */
    String nextVersion(Collection<String> stored) {
        return Versions.next(checkpoints.keySet(), stored);
    }
}
