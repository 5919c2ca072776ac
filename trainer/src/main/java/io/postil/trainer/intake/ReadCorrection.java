package io.postil.trainer.intake;

import io.postil.schemas.UndecodableException;
import io.postil.trainer.intake.IntakeMetrics.Ending;
import java.time.Instant;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.Record;

/** Finds what cannot be read before it can stop the stream. Headers other than the trace end here. */
final class ReadCorrection extends ContextualProcessor<byte[], byte[], byte[], Reading> {
    private final Envelopes envelopes;
    private final DeadLetters dead;
    private final IntakeMetrics metrics;

    ReadCorrection(Envelopes envelopes, DeadLetters dead, IntakeMetrics metrics) {
        this.envelopes = envelopes;
        this.dead = dead;
        this.metrics = metrics;
    }

    @Override
    public void process(Record<byte[], byte[]> sent) {
        metrics.correctionRead();
        var at = context().recordMetadata().orElseThrow();
        var trail = Trail.begin(sent.headers(), at);
        context()
                .forward(sent.withValue(read(sent.value(), at.partition(), at.offset()))
                        .withHeaders(trail));
    }

    private Reading read(byte[] value, int partition, long offset) {
        if (value == null) {
            return dead(null, partition, offset, "NULL", "a correction cannot be taken back by an empty record");
        }
        try {
            return new Reading.Good(envelopes.wire().read(value).getId(), envelopes.close(value));
        } catch (UndecodableException e) {
            return dead(value, partition, offset, e.reason().name(), e.getMessage());
        }
    }

    private Reading dead(byte[] value, int partition, long offset, String reason, String detail) {
        metrics.correctionEnded(Ending.DEAD);
        var now = Instant.ofEpochMilli(context().currentSystemTimeMs());
        return new Reading.Dead(dead.of(partition, offset, value, reason, detail, now));
    }
}
