package io.postil.stream.annotate;

import io.postil.privacy.seal.Sealer;
import io.postil.stream.annotate.Delivery.Output;
import io.postil.stream.annotate.Outcome.Dead;
import io.postil.stream.metrics.StreamMetrics;
import java.time.Duration;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/**
 * Turns each utterance into exactly one {@link Outcome}, and forgets conversations. Threading: one instance per stream task, over
 * that task's stores.
 */
final class AnnotateProcessor implements Processor<byte[], byte[], byte[], byte[]> {
    private static final Logger LOG = LoggerFactory.getLogger(AnnotateProcessor.class);

    private final Annotating annotating;
    private final StreamMetrics metrics;
    private ProcessorContext<byte[], byte[]> context;
    private Privacy privacy;

    AnnotateProcessor(Annotating annotating, StreamMetrics metrics) {
        this.annotating = annotating;
        this.metrics = metrics;
    }

    @Override
    public void init(ProcessorContext<byte[], byte[]> context) {
        this.context = context;
        this.privacy = annotating.privacy(context);
    }

    @Override
    public void process(Record<byte[], byte[]> record) {
        RecordMetadata at =
                context.recordMetadata().orElseThrow(() -> new IllegalStateException("a record without a position"));
        if (at.topic().equals(annotating.requested())) {
            annotating.requests().name(at, record.value()).ifPresent(privacy::forget);
        } else {
            annotate(record, Position.of(at.topic(), at.partition(), at.offset()));
        }
    }

    private void annotate(Record<byte[], byte[]> record, Position position) {
        metrics.read();
        Outcome outcome = annotating.annotator().finish(pending(position, record), privacy);
        Delivery delivery = annotating.dispatch().of(outcome, position, record, this::sealer);
        for (Output output : delivery.outputs()) {
            context.forward(output.record(), output.sink());
        }
        count(delivery.outcome(), position, latency(record));
    }

    /** What a conversation's utterance said is forgotten with it, though it came to nothing. */
    private Sealer sealer(Dead outcome) {
        return outcome.utterance().map(privacy::sealer).orElse(privacy.master());
    }

    /** The task moves away, or starts anew: what was prefetched for it is of no use. */
    @Override
    public void close() {
        annotating
                .prefetch()
                .drop(new TopicPartition(
                        annotating.annotated(), context.taskId().partition()));
    }

    private Pending pending(Position position, Record<byte[], byte[]> record) {
        var early = annotating.prefetch().take(position);
        metrics.prefetched(early.isPresent());
        return early.orElseGet(() -> annotating.annotator().begin(position.topic(), record.key(), record.value()));
    }

    private Duration latency(Record<byte[], byte[]> record) {
        return Duration.ofMillis(Math.max(0, context.currentSystemTimeMs() - record.timestamp()));
    }

    private void count(Outcome outcome, Position position, Duration latency) {
        if (outcome instanceof Dead dead) {
            LOG.atLevel(dead.reason().blamesTheRecord() ? Level.DEBUG : Level.WARN)
                    .addKeyValue("reason", dead.reason())
                    .addKeyValue("detail", dead.detail())
                    .addKeyValue("position", position)
                    .log("A record became a dead letter");
            metrics.dead(dead.reason().name(), latency);
        } else {
            metrics.annotated(latency);
        }
    }
}
