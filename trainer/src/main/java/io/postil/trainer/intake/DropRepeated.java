package io.postil.trainer.intake;

import io.postil.schemas.DeadLetter;
import io.postil.trainer.intake.IntakeMetrics.Ending;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.WindowStore;

/**
 * Lets each correction id pass once. The same correction again is dropped, since it has its receipt; another correction under
 * the same id becomes a dead letter, since a receipt would overwrite that of the first.
 */
final class DropRepeated extends ContextualProcessor<String, byte[], byte[], Reading> {
    private final Envelopes envelopes;
    private final DeadLetters dead;
    private final Duration remembered;
    private final IntakeMetrics metrics;
    private WindowStore<String, byte[]> seen;

    DropRepeated(Envelopes envelopes, DeadLetters dead, Duration remembered, IntakeMetrics metrics) {
        this.envelopes = envelopes;
        this.dead = dead;
        this.remembered = remembered;
        this.metrics = metrics;
    }

    @Override
    public void init(ProcessorContext<byte[], Reading> context) {
        super.init(context);
        seen = context.getStateStore(Intake.SEEN);
    }

    @Override
    public void process(Record<String, byte[]> sent) {
        var correction = envelopes.read(sent.value());
        var fingerprint = Fingerprint.of(correction);
        var now = Instant.ofEpochMilli(context().currentSystemTimeMs());
        var first = first(sent.key(), now);
        if (first == null) {
            seen.put(sent.key(), fingerprint, now.toEpochMilli());
            forward(sent, new Reading.Good(correction.getUtteranceId(), sent.value()));
        } else if (Arrays.equals(first, fingerprint)) {
            metrics.correctionEnded(Ending.REPEATED);
        } else {
            metrics.correctionEnded(Ending.DEAD);
            forward(sent, new Reading.Dead(reused(sent, now)));
        }
    }

    private byte[] first(String id, Instant now) {
        try (var found = seen.fetch(id, now.minus(remembered), now.plus(Duration.ofDays(1)))) {
            return found.hasNext() ? found.next().value : null;
        }
    }

    private DeadLetter reused(Record<String, byte[]> sent, Instant now) {
        return dead.of(
                Trail.partition(sent.headers()),
                Trail.offset(sent.headers()),
                envelopes.open(sent.value()),
                "ID_REUSED",
                "another correction was sent under this id before; send it under an id of its own",
                now);
    }

    private void forward(Record<String, byte[]> sent, Reading reading) {
        context()
                .forward(sent.withKey(sent.key().getBytes(StandardCharsets.UTF_8))
                        .withValue(reading));
    }
}
