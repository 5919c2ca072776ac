package io.postil.trainer.intake;

import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyConfig;
import org.apache.kafka.streams.kstream.Branched;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Materialized;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.kstream.Repartitioned;
import org.apache.kafka.streams.processor.WallclockTimestampExtractor;
import org.apache.kafka.streams.state.Stores;

/**
 * The topology that turns feedback into examples and receipts.
 *
 * <p>Corrections go through two internal topics. By correction id: so one that is sent twice is seen twice by the same task,
 * whatever its sender keyed it by. By utterance id: so it meets its original; clients of other languages place the same key
 * in another partition than Java's, and some send none.
 */
final class Intake {
    static final String SEEN = "seen-corrections";
    static final String ORIGINALS = "originals";
    static final String PENDING = "pending-corrections";
    static final String STANDING = "standing-examples";
    static final String KEYS = "conversation-keys";

    private final IntakePlan plan;
    private final StreamsBuilder builder;
    private final int partitions;

    private Intake(IntakePlan plan, StreamsConfig config, int partitions) {
        this.plan = plan;
        this.builder = new StreamsBuilder(new TopologyConfig(config));
        this.partitions = partitions;
    }

    /** @param partitions of the originals topic, which corrections are spread alike */
    static Topology topology(IntakePlan plan, StreamsConfig config, int partitions) {
        return new Intake(plan, config, partitions).build();
    }

    private Topology build() {
        addStores();
        var wires = plan.wires();
        var envelopes = plan.envelopes();
        var dead = new DeadLetters(wires.feedback().topic(), plan.sealer());
        var read = source(wires.feedback().topic())
                .process(() -> new ReadCorrection(envelopes, dead, plan.metrics()), Named.as("read-correction"));
        var fresh = repartitioned(good(read, "correction"), "corrections-by-id")
                .process(
                        () -> new DropRepeated(envelopes, dead, plan.window(), plan.metrics()),
                        Named.as("drop-repeated"),
                        SEEN);
        var corrections = repartitioned(good(fresh, "fresh"), "corrections-by-utterance")
                .<Arrival>mapValues(
                        value -> new Arrival.Corrected(envelopes.read(value), value), Named.as("correction-arrives"));
        var outcomes = corrections
                .merge(originals(), Named.as("arrivals"))
                .process(() -> new Judge(plan), Named.as("judge"), ORIGINALS, PENDING, STANDING);
        write(outcomes);
        return builder.build();
    }

    private KStream<String, Arrival> originals() {
        var wire = plan.wires().originals();
        var dead = new DeadLetters(wire.topic(), plan.sealer());
        var read = source(wire.topic()).process(() -> new ReadOriginal(wire, dead), Named.as("read-original"));
        return good(read, "original")
                .mapValues(
                        value -> value == null ? new Arrival.Erased() : new Arrival.Sent(value),
                        Named.as("original-arrives"));
    }

    private KStream<byte[], byte[]> source(String topic) {
        return builder.stream(
                topic,
                Consumed.with(Serdes.ByteArray(), Serdes.ByteArray())
                        .withName(topic + "-source")
                        .withTimestampExtractor(new WallclockTimestampExtractor()));
    }

    /** Sends the dead to their topic, and returns the others under their new key. */
    private KStream<String, byte[]> good(KStream<byte[], Reading> read, String name) {
        var branches = read.split(Named.as(name + "-"))
                .branch((key, reading) -> reading instanceof Reading.Dead, Branched.as("dead"))
                .defaultBranch(Branched.as("good"));
        branches.get(name + "-dead")
                .mapValues(reading -> ((Reading.Dead) reading).letter(), Named.as(name + "-letter"))
                .to(
                        plan.wires().deadLetters().topic(),
                        Produced.with(
                                        Serdes.ByteArray(),
                                        plan.wires().deadLetters().serde())
                                .withName(name + "-dead-letters"));
        return branches.get(name + "-good")
                .map(
                        (key, reading) -> {
                            var good = (Reading.Good) reading;
                            return org.apache.kafka.streams.KeyValue.pair(good.id(), good.value());
                        },
                        Named.as(name + "-keyed"));
    }

    private KStream<String, byte[]> repartitioned(KStream<String, byte[]> stream, String name) {
        Repartitioned<String, byte[]> how = Repartitioned.with(Serdes.String(), Serdes.ByteArray());
        return stream.repartition(how.withName(name).withNumberOfPartitions(partitions));
    }

    private void write(KStream<String, Outcome> outcomes) {
        var branches = outcomes.split(Named.as("outcome-"))
                .branch((key, outcome) -> outcome instanceof Outcome.Learned, Branched.as("example"))
                .branch((key, outcome) -> outcome instanceof Outcome.Kept, Branched.as("key"))
                .defaultBranch(Branched.as("receipt"));
        branches.get("outcome-example")
                .mapValues(outcome -> ((Outcome.Learned) outcome).example(), Named.as("examples"))
                .to(
                        plan.wires().examples().topic(),
                        produced(plan.wires().examples().serde(), "examples-sink"));
        branches.get("outcome-key")
                .mapValues(outcome -> ((Outcome.Kept) outcome).fresh().kept(), Named.as("keys"))
                .to(plan.wires().keys().topic(), produced(plan.wires().keys().serde(), "keys-sink"));
        branches.get("outcome-receipt")
                .mapValues(outcome -> ((Outcome.Told) outcome).receipt(), Named.as("receipts"))
                .to(
                        plan.wires().receipts().topic(),
                        produced(plan.wires().receipts().serde(), "receipts-sink"));
    }

    private static <V> Produced<String, V> produced(Serde<V> serde, String name) {
        return Produced.with(Serdes.String(), serde).withName(name);
    }

    private void addStores() {
        builder.globalTable(
                plan.wires().keys().topic(),
                Consumed.with(Serdes.String(), Serdes.ByteArray()).withName("conversation-keys-source"),
                Materialized.as(KEYS));
        builder.addStateStore(Stores.windowStoreBuilder(
                Stores.persistentWindowStore(SEEN, plan.window(), java.time.Duration.ofMillis(1), false),
                Serdes.String(),
                Serdes.ByteArray()));
        builder.addStateStore(Stores.windowStoreBuilder(
                Stores.persistentWindowStore(ORIGINALS, plan.window(), java.time.Duration.ofMillis(1), false),
                Serdes.String(),
                Serdes.ByteArray()));
        builder.addStateStore(Stores.timestampedKeyValueStoreBuilder(
                Stores.persistentTimestampedKeyValueStore(PENDING), Serdes.String(), Serdes.ByteArray()));
        builder.addStateStore(Stores.keyValueStoreBuilder(
                Stores.persistentKeyValueStore(STANDING), Serdes.String(), Serdes.ByteArray()));
    }
}
