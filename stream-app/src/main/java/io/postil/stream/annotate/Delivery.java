package io.postil.stream.annotate;

import java.util.List;
import org.apache.kafka.streams.processor.api.Record;

/** An outcome as the records that leave, each known to fit its topic. */
record Delivery(Outcome outcome, List<Output> outputs) {

    Delivery {
        outputs = List.copyOf(outputs);
    }

    /**
     * A record for one sink.
     *
     * @param sink the node's name
     */
    record Output(String sink, Record<byte[], byte[]> record) {}
}
