package io.postil.trainer.intake;

import io.postil.schemas.Original;
import io.postil.schemas.UndecodableException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.Record;

/** Finds originals that cannot be read. An empty one is a wish to forget the utterance that it is keyed by. */
final class ReadOriginal extends ContextualProcessor<byte[], byte[], byte[], Reading> {
    private final Wire<Original> wire;
    private final DeadLetters dead;

    ReadOriginal(Wire<Original> wire, DeadLetters dead) {
        this.wire = wire;
        this.dead = dead;
    }

    @Override
    public void process(Record<byte[], byte[]> sent) {
        context().forward(sent.withValue(read(sent)).withHeaders(Trail.trace(sent.headers())));
    }

    private Reading read(Record<byte[], byte[]> sent) {
        if (sent.key() == null) {
            return dead(sent.value(), "NO_KEY", "an original is keyed by its utterance id");
        }
        if (sent.value() == null) {
            return new Reading.Good(new String(sent.key(), StandardCharsets.UTF_8), null);
        }
        try {
            return new Reading.Good(wire.read(sent.value()).getUtteranceId(), sent.value());
        } catch (UndecodableException e) {
            return dead(sent.value(), e.reason().name(), e.getMessage());
        }
    }

    private Reading dead(byte[] value, String reason, String detail) {
        var at = context().recordMetadata().orElseThrow();
        var now = Instant.ofEpochMilli(context().currentSystemTimeMs());
        return new Reading.Dead(dead.of(at.partition(), at.offset(), value, reason, detail, now));
    }
}
