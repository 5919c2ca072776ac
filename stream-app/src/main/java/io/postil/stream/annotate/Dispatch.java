package io.postil.stream.annotate;

import io.postil.privacy.seal.Sealer;
import io.postil.schemas.Annotation;
import io.postil.schemas.DeadLetter;
import io.postil.schemas.Original;
import io.postil.schemas.SealContext;
import io.postil.stream.annotate.Delivery.Output;
import io.postil.stream.annotate.Outcome.Annotated;
import io.postil.stream.annotate.Outcome.Dead;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.apache.kafka.streams.processor.api.Record;

/**
 * Writes outcomes as the bytes that leave. A record that its topic would refuse is found out here, while there is still another
 * outcome to choose; Kafka would tell only after the transaction has begun, and stop the task for it.
 */
final class Dispatch {
    private final Outlet<Annotation> annotations;
    private final Outlet<Original> originals;
    private final Outlet<DeadLetter> deadLetters;
    private final Clock clock;

    Dispatch(Outlet<Annotation> annotations, Outlet<Original> originals, Outlet<DeadLetter> deadLetters, Clock clock) {
        this.annotations = annotations;
        this.originals = originals;
        this.deadLetters = deadLetters;
        this.clock = clock;
    }

    /**
     * Writes an outcome, or {@link Reason#TOO_LARGE} in its place.
     *
     * @param source the record that the outcome is of; its key and value may be null
     * @param sealers of a dead letter's value, by what the record turned out to be
     */
    Delivery of(Outcome outcome, Position position, Record<byte[], byte[]> source, Function<Dead, Sealer> sealers) {
        if (outcome instanceof Dead dead) {
            return dead(dead, position, source, sealers);
        }
        Annotated annotated = (Annotated) outcome;
        return fitting(annotated, source).orElseGet(() -> dead(tooLarge(annotated), position, source, sealers));
    }

    private Optional<Delivery> fitting(Annotated outcome, Record<byte[], byte[]> source) {
        byte[] id = outcome.original().getUtteranceId().getBytes(StandardCharsets.UTF_8);
        byte[] annotation = annotations.write(outcome.annotation());
        byte[] original = originals.write(outcome.original());
        return annotations.fits(source.key(), annotation) && originals.fits(id, original)
                ? Optional.of(new Delivery(
                        outcome,
                        List.of(
                                new Output(AnnotateTopology.ANNOTATIONS, sent(source, source.key(), annotation)),
                                new Output(AnnotateTopology.ORIGINALS, sent(source, id, original)))))
                : Optional.empty();
    }

    private Dead tooLarge(Annotated outcome) {
        String detail = "the annotation has %d bytes and the original %d, more than their topics take"
                .formatted(annotations.write(outcome.annotation()).length, originals.write(outcome.original()).length);
        return new Dead(Reason.TOO_LARGE, detail, Optional.of(outcome.utterance()));
    }

    /** Payload and key are left out where they do not fit: a letter without them is better than none. */
    private Delivery dead(
            Dead outcome, Position position, Record<byte[], byte[]> source, Function<Dead, Sealer> sealers) {
        ByteBuffer sealed = source.value() == null ? null : sealed(position, source.value(), sealers.apply(outcome));
        byte[] letter = deadLetters.write(letter(outcome, position, sealed));
        if (!deadLetters.fits(source.key(), letter)) {
            letter = deadLetters.write(letter(outcome, position, null));
        }
        byte[] key = deadLetters.fits(source.key(), letter) ? source.key() : null;
        return new Delivery(outcome, List.of(new Output(AnnotateTopology.DEAD_LETTERS, sent(source, key, letter))));
    }

    private DeadLetter letter(Dead outcome, Position position, ByteBuffer sealed) {
        return DeadLetter.newBuilder()
                .setTopic(position.topic())
                .setPartition(position.partition().partition())
                .setOffset(position.offset())
                .setReason(outcome.reason().name())
                .setDetail(outcome.detail())
                .setSealed(sealed)
                .setAt(clock.instant().truncatedTo(ChronoUnit.MILLIS))
                .build();
    }

    private static ByteBuffer sealed(Position position, byte[] value, Sealer sealer) {
        byte[] context =
                SealContext.deadLetter(position.topic(), position.partition().partition(), position.offset());
        return ByteBuffer.wrap(sealer.seal(value, context));
    }

    private static Record<byte[], byte[]> sent(Record<byte[], byte[]> source, byte[] key, byte[] value) {
        return new Record<>(key, value, source.timestamp(), Trace.of(source.headers()));
    }
}
