package io.postil.trainer.runs;

import java.time.Duration;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;

/** Reads partitions to where they ended when it was asked. */
final class LogEnd {
    private static final Duration POLL = Duration.ofMillis(200);
    private static final int EMPTY_POLLS = 150;

    private LogEnd() {}

    /**
     * Hands over every record from the consumer's positions to the ends.
     *
     * @throws KafkaException if nothing comes for half a minute, short of the ends
     */
    static void read(
            Consumer<String, byte[]> consumer,
            Map<TopicPartition, Long> ends,
            java.util.function.Consumer<ConsumerRecord<String, byte[]>> each) {
        int empty = 0;
        while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
            var records = consumer.poll(POLL);
            empty = records.isEmpty() ? empty + 1 : 0;
            if (empty > EMPTY_POLLS) {
                throw new KafkaException("no record in " + POLL.multipliedBy(EMPTY_POLLS) + ", short of the end");
            }
            records.forEach(each);
        }
    }
}
