package io.postil.trainer.intake;

import io.postil.schemas.Correction;
import io.postil.schemas.Example;
import io.postil.schemas.Original;
import io.postil.trainer.intake.Arrival.Corrected;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.TimestampedKeyValueStore;
import org.apache.kafka.streams.state.ValueAndTimestamp;
import org.apache.kafka.streams.state.WindowStore;

/**
 * What the intake remembers, by utterance. Threading: one stream task's.
 *
 * <p>Originals are kept in a window store so that they leave of themselves at the end of the learning window; times are the
 * machine's, since those of records are whatever a producer said.
 */
final class IntakeStores {
    private static final Duration CLOCK_SKEW = Duration.ofDays(1);

    private final Wires wires;
    private final Envelopes envelopes;
    private final Duration window;
    private final WindowStore<String, byte[]> originals;
    private final TimestampedKeyValueStore<String, byte[]> pending;
    private final KeyValueStore<String, byte[]> standing;

    IntakeStores(ProcessorContext<?, ?> context, Wires wires, Envelopes envelopes, Duration window) {
        this.wires = wires;
        this.envelopes = envelopes;
        this.window = window;
        this.originals = context.getStateStore(Intake.ORIGINALS);
        this.pending = context.getStateStore(Intake.PENDING);
        this.standing = context.getStateStore(Intake.STANDING);
    }

    Optional<Original> original(String utteranceId, Instant now) {
        byte[] latest = null;
        try (var found = originals.fetch(utteranceId, now.minus(window), now.plus(CLOCK_SKEW))) {
            while (found.hasNext()) {
                latest = found.next().value;
            }
        }
        return Optional.ofNullable(latest).map(wires.originals()::read);
    }

    void keepOriginal(String utteranceId, byte[] value, Instant now) {
        originals.put(utteranceId, value, now.toEpochMilli());
    }

    void forgetOriginal(String utteranceId, Instant now) {
        List<Long> times = new ArrayList<>();
        try (var found = originals.fetch(utteranceId, now.minus(window), now.plus(CLOCK_SKEW))) {
            found.forEachRemaining(entry -> times.add(entry.key));
        }
        times.forEach(time -> originals.put(utteranceId, null, time));
    }

    void keepWaiting(Corrected corrected, Instant now) {
        pending.put(waitingKey(corrected.correction()), ValueAndTimestamp.make(corrected.sent(), now.toEpochMilli()));
    }

    /** Takes out the corrections that wait for an utterance, in the order in which they came. */
    List<Corrected> takeWaiting(String utteranceId) {
        try (var found = pending.prefixScan(prefix(utteranceId), new StringSerializer())) {
            return take(
                    found,
                    waits -> waits.corrected().correction().getUtteranceId().equals(utteranceId));
        }
    }

    /** Takes out the corrections that have waited since before a time, in the order in which they came. */
    List<Corrected> takeWaitingSince(Instant latest) {
        try (var found = pending.all()) {
            return take(found, waits -> waits.sinceMillis() <= latest.toEpochMilli());
        }
    }

    int waiting() {
        int waiting = 0;
        try (var found = pending.all()) {
            for (; found.hasNext(); found.next()) {
                waiting++;
            }
        }
        return waiting;
    }

    Optional<Example> standing(String key) {
        return Optional.ofNullable(standing.get(key)).map(wires.examples()::read);
    }

    /** The sealed text is not kept here: it stands in the examples topic. */
    void stand(String key, Example example) {
        var bare = Example.newBuilder(example).setSealed(ByteBuffer.allocate(0)).build();
        standing.put(key, wires.examples().write(bare));
    }

    private List<Corrected> take(KeyValueIterator<String, ValueAndTimestamp<byte[]>> found, Predicate<Waiting> wanted) {
        List<Waiting> taken = new ArrayList<>();
        while (found.hasNext()) {
            var value = found.next().value;
            var waits = new Waiting(new Corrected(envelopes.read(value.value()), value.value()), value.timestamp());
            if (wanted.test(waits)) {
                taken.add(waits);
            }
        }
        taken.forEach(waits -> pending.delete(waitingKey(waits.corrected().correction())));
        return taken.stream()
                .sorted(Comparator.comparingLong(Waiting::sinceMillis))
                .map(Waiting::corrected)
                .toList();
    }

    private static String waitingKey(Correction correction) {
        return prefix(correction.getUtteranceId()) + correction.getId();
    }

    private static String prefix(String utteranceId) {
        return utteranceId + '\0';
    }

    private record Waiting(Corrected corrected, long sinceMillis) {}
}
