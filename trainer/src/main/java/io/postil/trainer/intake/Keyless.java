package io.postil.trainer.intake;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Utterances with corrections whose key has not come yet. A key is written with what it seals but read apart from it, so it may be a
 * moment late; one that is later than that is forgotten. Only a hint of what waits: lost with the task, and not missed then.
 */
final class Keyless {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Map<String, Instant> until = new HashMap<>();

    void await(String utteranceId, Instant now) {
        until.putIfAbsent(utteranceId, now.plus(PATIENCE));
    }

    /** Those to look at again. */
    List<String> utterances() {
        return List.copyOf(until.keySet());
    }

    /** Whether the key of an utterance has been waited for long enough. */
    boolean isLost(String utteranceId, Instant now) {
        var limit = until.get(utteranceId);
        return limit != null && !now.isBefore(limit);
    }

    void remove(String utteranceId) {
        until.remove(utteranceId);
    }
}
