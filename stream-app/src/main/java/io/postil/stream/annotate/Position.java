package io.postil.stream.annotate;

import org.apache.kafka.common.TopicPartition;

/** Where a record stands in its topic. */
record Position(TopicPartition partition, long offset) {

    static Position of(String topic, int partition, long offset) {
        return new Position(new TopicPartition(topic, partition), offset);
    }

    @Override
    public String toString() {
        return partition + "@" + offset;
    }

    String topic() {
        return partition.topic();
    }
}
