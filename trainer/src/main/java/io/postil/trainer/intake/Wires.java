package io.postil.trainer.intake;

import io.postil.schemas.Correction;
import io.postil.schemas.DeadLetter;
import io.postil.schemas.Example;
import io.postil.schemas.KeptKey;
import io.postil.schemas.Original;
import io.postil.schemas.Receipt;
import io.postil.schemas.Topic;
import io.postil.schemas.Topics;
import io.postil.trainer.parts.ValueSerdes;
import org.apache.avro.specific.SpecificRecord;

/** The topics that the intake reads and writes, with their serdes. */
record Wires(
        Wire<Correction> feedback,
        Wire<Original> originals,
        Wire<Example> examples,
        Wire<Receipt> receipts,
        Wire<DeadLetter> deadLetters,
        Wire<KeptKey> keys) {

    static Wires of(Topics topics, ValueSerdes serdes) {
        return new Wires(
                wire(topics.feedback(), serdes),
                wire(topics.originals(), serdes),
                wire(topics.examples(), serdes),
                wire(topics.receipts(), serdes),
                wire(topics.deadLetters(), serdes),
                wire(topics.conversationKeys(), serdes));
    }

    private static <V extends SpecificRecord> Wire<V> wire(Topic<V> topic, ValueSerdes serdes) {
        return new Wire<>(topic.name(), serdes.serde(topic.type()));
    }
}
