package io.postil.trainer.intake;

import io.postil.privacy.seal.KeyRing;
import io.postil.schemas.Topics;
import io.postil.trainer.parts.Task;
import io.postil.trainer.parts.ValueSerdes;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;

/**
 * What an intake runs with.
 *
 * @param clients what every Kafka client is configured with
 * @param application Kafka Streams' application id
 * @param state folder for what Kafka Streams keeps on disk
 * @param keys seal what has no conversation, and wrap the keys of conversations
 * @param patience how long a correction waits for its utterance
 * @param window how long an utterance waits for corrections, and a correction's id is remembered
 * @param longestText of text and pair together, in UTF-16 code units
 */
public record IntakeSettings(
        Map<String, Object> clients,
        String application,
        Path state,
        Topics topics,
        ValueSerdes serdes,
        Collection<Task> tasks,
        KeyRing keys,
        Splits splits,
        Duration patience,
        Duration window,
        int longestText,
        IntakeMetrics metrics) {

    public IntakeSettings {
        clients = Map.copyOf(clients);
    }

    IntakePlan plan() {
        var byName = tasks.stream().collect(java.util.stream.Collectors.toMap(Task::name, task -> task));
        var judge = new CorrectionJudge(byName, keys, splits, longestText);
        return new IntakePlan(Wires.of(topics, serdes), judge, keys, patience, window, metrics);
    }
}
