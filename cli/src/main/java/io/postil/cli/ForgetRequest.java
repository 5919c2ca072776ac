package io.postil.cli;

import io.postil.schemas.Forget;
import io.postil.schemas.Topic;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;

/**
 * Asks every task of the stream to forget a conversation. That a task has done it shows in what it has committed: the request, the
 * deletions and its position are one transaction.
 */
final class ForgetRequest {
    private static final long PAUSE_MILLIS = 200;

    private final Connection connection;
    private final String application;

    ForgetRequest(Connection connection, String application) {
        this.connection = connection;
        this.application = application;
    }

    /**
     * Sends the request to each partition, and waits.
     *
     * @param name of the conversation
     * @return the partitions whose task has not committed it in time
     */
    Set<Integer> send(String name, String by, Duration limit) {
        Forget request = new Forget(name, by, Instant.now().truncatedTo(ChronoUnit.MILLIS));
        Map<TopicPartition, Long> wanted = write(name, request);
        long deadline = System.nanoTime() + limit.toNanos();
        try (Admin admin = connection.admin()) {
            Set<Integer> silent = silent(admin, wanted);
            while (!silent.isEmpty() && System.nanoTime() < deadline) {
                pause();
                silent = silent(admin, wanted);
            }
            return silent;
        }
    }

    /** Partition to the position that a task has when it is done. */
    private Map<TopicPartition, Long> write(String name, Forget request) {
        Topic<Forget> topic = connection.topics().forgets();
        Map<TopicPartition, Long> written = new HashMap<>();
        try (Producer<String, Forget> producer = connection.producer(topic)) {
            for (int partition = 0; partition < partitions(producer); partition++) {
                RecordMetadata at =
                        Sending.await(producer.send(new ProducerRecord<>(topic.name(), partition, name, request)));
                written.put(new TopicPartition(topic.name(), partition), at.offset() + 1);
            }
        }
        return written;
    }

    /** A task without its partition of the requests would hear of none. */
    private int partitions(Producer<?, ?> producer) {
        String forgets = connection.topics().forgets().name();
        String utterances = connection.topics().utterances().name();
        int asked = producer.partitionsFor(forgets).size();
        int tasks = producer.partitionsFor(utterances).size();
        if (asked < tasks) {
            throw new KafkaException(
                    forgets + " has " + asked + " partitions and " + utterances + " " + tasks + " (expected as many)");
        }
        return asked;
    }

    private Set<Integer> silent(Admin admin, Map<TopicPartition, Long> wanted) {
        Map<TopicPartition, OffsetAndMetadata> committed =
                Sending.await(admin.listConsumerGroupOffsets(application).partitionsToOffsetAndMetadata());
        Set<Integer> silent = new TreeSet<>();
        wanted.forEach((partition, position) -> {
            OffsetAndMetadata at = committed.get(partition);
            if (at == null || at.offset() < position) {
                silent.add(partition.partition());
            }
        });
        return silent;
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KafkaException("interrupted while waiting for the stream", e);
        }
    }
}
