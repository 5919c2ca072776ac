package io.postil.stream.annotate;

import io.postil.privacy.policy.Policy;
import io.postil.privacy.seal.WrappedKeys;
import io.postil.schemas.AvroSerdes;
import io.postil.schemas.Topic;
import io.postil.schemas.Topics;
import io.postil.stream.metrics.StreamMetrics;
import io.postil.stream.serving.Models;
import java.time.Clock;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.state.KeyValueStore;

/** The annotating of one process, put together: what its stream threads share. */
public final class Annotating {

    /**
     * Its bounds.
     *
     * @param text the most code units of text, pair and fields to look through together
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
            Pause pause,
            Clock clock,
            StreamMetrics metrics) {}

    private final Parts parts;
    private final Annotator annotator;
    private final Prefetch prefetch;
    private final Dispatch dispatch;
    private final Requests requests;

    private Annotating(Parts parts, Annotator annotator, Prefetch prefetch, Dispatch dispatch, Requests requests) {
        this.parts = parts;
        this.annotator = annotator;
        this.prefetch = prefetch;
        this.dispatch = dispatch;
        this.requests = requests;
    }

    /**
     * Puts it together.
     *
     * @param tasks the tasks to ask for, in the order in which an annotation lists them
     */
    public static Annotating of(Parts parts, List<String> tasks, Limits limits) {
        Topics topics = parts.topics();
        AvroSerdes serdes = parts.serdes();
        Policy policy = parts.masking().policy();
        var annotator = new Annotator(
                new UtteranceReader(serdes.serde(topics.utterances()).deserializer(), policy, limits.text()),
                parts.models(),
                tasks,
                policy,
                new Replies(parts.models(), new ModelFailures(parts.pause())),
                new Assembler(parts.clock(), parts.metrics()));
        var bounds = new Prefetch.Bounds(limits.prefetchedRecords(), limits.prefetchedBytes());
        var dispatch = new Dispatch(
                outlet(topics.annotations(), serdes),
                outlet(topics.originals(), serdes),
                outlet(topics.deadLetters(), serdes),
                parts.clock());
        var requests = new Requests(serdes.serde(topics.forgets()).deserializer());
        return new Annotating(parts, annotator, new Prefetch(annotator, bounds), dispatch, requests);
    }

    Processor<byte[], byte[], byte[], byte[]> processor() {
        return new AnnotateProcessor(this, parts.metrics());
    }

    /** The privacy of a task, over its stores. */
    Privacy privacy(ProcessorContext<byte[], byte[]> context) {
        KeyValueStore<String, byte[]> keys = context.getStateStore(AnnotateTopology.KEY_STORE);
        KeyValueStore<String, byte[]> marks = context.getStateStore(AnnotateTopology.MARK_STORE);
        var news = new KeyRecords(context, outlet(parts.topics().conversationKeys(), parts.serdes()));
        var wrapping = new WrappedKeys(parts.masking().keys());
        return new Privacy(parts.masking(), new StoredKeys(keys, wrapping, news), new StoredMemory(marks));
    }

    /** The topic whose records are annotated. */
    String annotated() {
        return parts.topics().utterances().name();
    }

    /** The topic whose records ask that a conversation be forgotten. */
    String requested() {
        return parts.topics().forgets().name();
    }

    Annotator annotator() {
        return annotator;
    }

    Prefetch prefetch() {
        return prefetch;
    }

    Dispatch dispatch() {
        return dispatch;
    }

    Requests requests() {
        return requests;
    }

    private static <V extends SpecificRecord> Outlet<V> outlet(Topic<V> topic, AvroSerdes serdes) {
        return new Outlet<>(topic, serdes.serde(topic).serializer());
    }
}
