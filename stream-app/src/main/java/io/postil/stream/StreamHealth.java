package io.postil.stream;

import io.postil.service.Health;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.streams.KafkaStreams.State;

/** Says whether the stream does its work, from what its parts say. */
final class StreamHealth {

    private StreamHealth() {}

    /**
     * Down: stopped on an error, or ended on one a short while ago. Starting: waits for models or partitions. A rollout that could
     * not be reached leaves the stream up, and is among the details.
     *
     * @param problems of rollouts, by task
     */
    static Health of(State state, Map<String, String> problems, Optional<String> stopped, Optional<String> trouble) {
        Map<String, String> details = new LinkedHashMap<>();
        details.put("state", state.name());
        stopped.or(() -> trouble).ifPresent(reason -> details.put("reason", reason));
        details.putAll(problems);
        return new Health(status(state, stopped.isPresent() || trouble.isPresent()), details);
    }

    private static Health.Status status(State state, boolean failed) {
        if (failed) {
            return Health.Status.DOWN;
        }
        return switch (state) {
            case RUNNING -> Health.Status.UP;
            case CREATED, REBALANCING -> Health.Status.STARTING;
            default -> Health.Status.DOWN;
        };
    }
}
