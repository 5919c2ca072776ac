package io.postil.stream.annotate;

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

/** Turns each record into exactly one {@link Outcome}. Threading: one instance per stream task. */
final class AnnotateProcessor implements Processor<byte[], byte[], byte[], byte[]> {
    private static final Logger LOG = LoggerFactory.getLogger(AnnotateProcessor.class);

    private final String topic;
    private final Prefetch prefetch;
    private final Annotator annotator;
    private final Dispatch dispatch;
    private final StreamMetrics metrics;
    private ProcessorContext<byte[], byte[]> context;

    AnnotateProcessor(String topic, Prefetch prefetch, Annotator annotator, Dispatch dispatch, StreamMetrics metrics) {
        this.topic = topic;
        this.prefetch = prefetch;
        this.annotator = annotator;
        this.dispatch = dispatch;
        this.metrics = metrics;
    }

    @Override
    public void init(ProcessorContext<byte[], byte[]> context) {
        this.context = context;
    }

    @Override
    public void process(Record<byte[], byte[]> record) {
        metrics.read();
        Position position = position();
        Outcome outcome = annotator.finish(pending(position, record));
        Delivery delivery = dispatch.of(outcome, position, record);
        for (Output output : delivery.outputs()) {
            context.forward(output.record(), output.sink());
        }
        count(delivery.outcome(), position, latency(record));
    }

    /** The task moves away, or starts anew: what was prefetched for it is of no use. */
    @Override
    public void close() {
        prefetch.drop(new TopicPartition(topic, context.taskId().partition()));
    }

    private Pending pending(Position position, Record<byte[], byte[]> record) {
        var early = prefetch.take(position);
        metrics.prefetched(early.isPresent());
        return early.orElseGet(() -> annotator.begin(position.topic(), record.key(), record.value()));
    }

    private Position position() {
        RecordMetadata at =
                context.recordMetadata().orElseThrow(() -> new IllegalStateException("a record without a position"));
        return Position.of(at.topic(), at.partition(), at.offset());
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
