package io.postil.cli;

import io.postil.schemas.Rollout;
import io.postil.schemas.RolloutStatus;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Waits until every instance has answered a rollout. */
final class RolloutWait {
    private static final long PAUSE_MILLIS = 300;

    private final Connection connection;
    private final Rollout wanted;

    RolloutWait(Connection connection, Rollout wanted) {
        this.connection = connection;
        this.wanted = wanted;
    }

    /** True where all instances known by the topic serve the wanted champion, or where none was to be waited for. */
    boolean until(Duration limit, Consumer<RolloutStatus> report) {
        if (limit.isZero()) {
            return true;
        }
        long deadline = System.nanoTime() + limit.toNanos();
        List<RolloutStatus> statuses = statuses();
        while (!statuses.stream().allMatch(this::answered) && System.nanoTime() < deadline) {
            pause();
            statuses = statuses();
        }
        statuses.forEach(report);
        return statuses.stream().allMatch(this::serves);
    }

    private List<RolloutStatus> statuses() {
        return TopicScan.latest(connection, connection.topics().rolloutStatus()).values().stream()
                .filter(status -> status.getTask().equals(wanted.getTask()))
                .toList();
    }

    private boolean answered(RolloutStatus status) {
        return status.getSequence() >= wanted.getSequence();
    }

    private boolean serves(RolloutStatus status) {
        return answered(status) && wanted.getChampion().equals(status.getChampion());
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for the instances", e);
        }
    }
}
