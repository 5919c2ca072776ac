package io.postil.stream.annotate;

import io.postil.schemas.Cleanup;
import io.postil.schemas.Topics;
import java.util.Map;
import java.util.function.Function;
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
import org.apache.kafka.streams.state.KeyValueBytesStoreSupplier;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/**
 * {@code utterances, forgets -> annotate -> annotations, originals, dead-letters, conversation-keys}, with two stores: the keys of
 * conversations, and what is remembered of them. Keys and values are bytes all the way: a key is
 * passed on as it is, and a value that is no utterance is an outcome, not an exception.
 */
public final class AnnotateTopology {
    static final String UTTERANCES = "utterances";
    static final String ANNOTATE = "annotate";
    static final String ANNOTATIONS = "annotations";
    static final String ORIGINALS = "originals";
    static final String DEAD_LETTERS = "dead-letters";
    static final String CONVERSATION_KEYS = "conversation-keys";
    static final String KEY_STORE = "keys-of-conversations";
    static final String MARK_STORE = "marks-of-conversations";
    private static final String FORGETS = "forgets";

    /** What is deleted from a store is gone from its changelog soon, and a process that was away a while still hears of it. */
    private static final Map<String, String> CHANGELOG = new Cleanup.Erase(Topics.TOMBSTONES).settings();

    private final Topics topics;
    private final Annotating annotating;
    private final Function<String, KeyValueBytesStoreSupplier> stores;

    public AnnotateTopology(Topics topics, Annotating annotating) {
        this(topics, annotating, Stores::persistentKeyValueStore);
    }

    /** @param stores makes what a store of this name is kept in */
    AnnotateTopology(Topics topics, Annotating annotating, Function<String, KeyValueBytesStoreSupplier> stores) {
        this.topics = topics;
        this.annotating = annotating;
        this.stores = stores;
    }

    /**
     * Puts the nodes together.
     *
     * @param config as the application will run with; it says that generated names are refused
     */
    public Topology build(StreamsConfig config) {
        Serde<byte[]> bytes = Serdes.ByteArray();
        var builder = new StreamsBuilder(new TopologyConfig(config));
        builder.addStateStore(store(KEY_STORE)).addStateStore(store(MARK_STORE));
        KStream<byte[], byte[]> outcomes = source(builder, topics.utterances().name(), UTTERANCES)
                .merge(source(builder, topics.forgets().name(), FORGETS), Named.as("read"))
                .process(annotating::processor, Named.as(ANNOTATE), KEY_STORE, MARK_STORE);
        Produced<byte[], byte[]> produced = Produced.with(bytes, bytes);
        outcomes.to(topics.annotations().name(), produced.withName(ANNOTATIONS));
        outcomes.to(topics.originals().name(), produced.withName(ORIGINALS));
        outcomes.to(topics.deadLetters().name(), produced.withName(DEAD_LETTERS));
        outcomes.to(topics.conversationKeys().name(), produced.withName(CONVERSATION_KEYS));
        return builder.build();
    }

    private static KStream<byte[], byte[]> source(StreamsBuilder builder, String topic, String name) {
        Consumed<byte[], byte[]> consumed = Consumed.with(Serdes.ByteArray(), Serdes.ByteArray());
        return builder.stream(
                topic, consumed.withTimestampExtractor(new AnyTimestamp()).withName(name));
    }

    /** Not cached: what is written is in the changelog with the transaction. */
    private StoreBuilder<KeyValueStore<String, byte[]>> store(String name) {
        return Stores.keyValueStoreBuilder(stores.apply(name), Serdes.String(), Serdes.ByteArray())
                .withLoggingEnabled(CHANGELOG);
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
