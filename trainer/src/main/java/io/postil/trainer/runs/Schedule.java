package io.postil.trainer.runs;

import io.postil.schemas.Split;
import io.postil.schemas.Stage;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * When a run starts: enough new examples, or one that has waited long enough.
 *
 * @param examples that no run has read yet
 * @param quiet since the newest of them was written: a burst of corrections is one run's, not two
 * @param patience since the oldest of them was written
 */
record Schedule(int examples, Duration quiet, Duration patience) {

    /**
     * Why a run is due, if it is. Never without a new example to train with, so a version that a person took back is not
     * made again of the same examples; and never while a person tries a challenger, which a promotion would push aside.
     */
    Optional<String> due(TaskLedger ledger, Instant now) {
        var unread = ledger.unread();
        boolean trial = ledger.rollout()
                .filter(rollout -> rollout.getStage() == Stage.NONE)
                .isEmpty();
        if (trial || unread.stream().noneMatch(noted -> noted.example().getSplit() == Split.TRAIN)) {
            return Optional.empty();
        }
        var times =
                unread.stream().map(noted -> noted.example().getAt()).sorted().toList();
        var oldest = times.get(0);
        if (!oldest.plus(patience).isAfter(now)) {
            return Optional.of(unread.size() + " new examples, the oldest of " + oldest);
        }
        boolean settled = !times.get(times.size() - 1).plus(quiet).isAfter(now);
        return settled && unread.size() >= examples ? Optional.of(unread.size() + " new examples") : Optional.empty();
    }
}
