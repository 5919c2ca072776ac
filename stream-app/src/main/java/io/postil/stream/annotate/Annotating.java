package io.postil.stream.annotate;

import io.postil.privacy.seal.Sealer;
import io.postil.schemas.AvroSerdes;
import io.postil.schemas.Topic;
import io.postil.schemas.Topics;
import io.postil.stream.metrics.StreamMetrics;
import io.postil.stream.serving.Models;
import java.time.Clock;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.streams.processor.api.Processor;

/** The annotating of one process, put together: what its stream threads share. */
public final class Annotating {

    /**
     * Its bounds.
     *
     * @param text the most code units of text and pair together
     * @param prefetchedRecords the most records that are asked for before their turn
     * @param prefetchedBytes the most bytes of their values
     */
    public record Limits(int text, int prefetchedRecords, long prefetchedBytes) {}

    /** What it works with; owned by the caller, and used until the stream has stopped. */
    public record Parts(
            Topics topics,
            AvroSerdes serdes,
            Models models,
            Masking masking,
            Sealer sealer,
            Pause pause,
            Clock clock,
            StreamMetrics metrics) {}

    private final String topic;
    private final Annotator annotator;
    private final Prefetch prefetch;
    private final Dispatch dispatch;
    private final StreamMetrics metrics;

    private Annotating(String topic, Annotator annotator, Prefetch prefetch, Dispatch dispatch, StreamMetrics metrics) {
        this.topic = topic;
        this.annotator = annotator;
        this.prefetch = prefetch;
        this.dispatch = dispatch;
        this.metrics = metrics;
    }

    /**
     * Puts it together.
     *
     * @param tasks the tasks to ask for, in the order in which an annotation lists them
     */
    public static Annotating of(Parts parts, List<String> tasks, Limits limits) {
        Topics topics = parts.topics();
        AvroSerdes serdes = parts.serdes();
        var annotator = new Annotator(
                new UtteranceReader(serdes.serde(topics.utterances()).deserializer(), limits.text()),
                parts.models(),
                tasks,
                new Replies(parts.models(), new ModelFailures(parts.pause())),
                new Assembler(parts.masking(), parts.sealer(), parts.clock()));
        var bounds = new Prefetch.Bounds(limits.prefetchedRecords(), limits.prefetchedBytes());
        var dispatch = new Dispatch(
                outlet(topics.annotations(), serdes),
                outlet(topics.originals(), serdes),
                outlet(topics.deadLetters(), serdes),
                parts.sealer(),
                parts.clock());
        String source = topics.utterances().name();
        return new Annotating(source, annotator, new Prefetch(annotator, bounds), dispatch, parts.metrics());
    }

    Processor<byte[], byte[], byte[], byte[]> processor() {
        return new AnnotateProcessor(topic, prefetch, annotator, dispatch, metrics);
    }

    Annotator annotator() {
        return annotator;
    }

    Prefetch prefetch() {
        return prefetch;
    }

    private static <V extends SpecificRecord> Outlet<V> outlet(Topic<V> topic, AvroSerdes serdes) {
        return new Outlet<>(topic, serdes.serde(topic).serializer());
    }
}
