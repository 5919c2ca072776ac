package io.postil.stream.annotate;

import io.postil.schemas.Topics;
import java.util.Map;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyConfig;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Produced;

/**
 * {@code utterances -> annotate -> annotations, originals, dead-letters}. Keys and values are bytes all the way: a key is
 * passed on as it is, and a value that is no utterance is an outcome, not an exception.
 */
public final class AnnotateTopology {
    static final String UTTERANCES = "utterances";
    static final String ANNOTATE = "annotate";
    static final String ANNOTATIONS = "annotations";
    static final String ORIGINALS = "originals";
    static final String DEAD_LETTERS = "dead-letters";

    private final Topics topics;
    private final Annotating annotating;

    public AnnotateTopology(Topics topics, Annotating annotating) {
        this.topics = topics;
        this.annotating = annotating;
    }

    /**
     * Puts the nodes together.
     *
     * @param config as the application will run with; it says that generated names are refused
     */
    public Topology build(StreamsConfig config) {
        Serde<byte[]> bytes = Serdes.ByteArray();
        var builder = new StreamsBuilder(new TopologyConfig(config));
        KStream<byte[], byte[]> outcomes = builder.stream(
                        topics.utterances().name(),
                        Consumed.with(bytes, bytes)
                                .withTimestampExtractor(new AnyTimestamp())
                                .withName(UTTERANCES))
                .process(annotating::processor, Named.as(ANNOTATE));
        outcomes.to(topics.annotations().name(), Produced.with(bytes, bytes).withName(ANNOTATIONS));
        outcomes.to(topics.originals().name(), Produced.with(bytes, bytes).withName(ORIGINALS));
        outcomes.to(topics.deadLetters().name(), Produced.with(bytes, bytes).withName(DEAD_LETTERS));
        return builder.build();
    }

    /** What the topology needs of its configuration, above all the prefetching interceptor. */
    public Map<String, Object> settings() {
        return Map.of(
                StreamsConfig.ENSURE_EXPLICIT_INTERNAL_RESOURCE_NAMING_CONFIG,
                true,
                StreamsConfig.mainConsumerPrefix("interceptor.classes"),
                PrefetchInterceptor.class.getName(),
                StreamsConfig.mainConsumerPrefix(PrefetchInterceptor.PREFETCH),
                annotating.prefetch(),
                StreamsConfig.mainConsumerPrefix(PrefetchInterceptor.TOPIC),
                topics.utterances().name());
    }
}
