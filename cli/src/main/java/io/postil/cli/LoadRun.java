package io.postil.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.postil.schemas.Annotation;
import io.postil.schemas.DeadLetter;
import io.postil.schemas.Topics;
import io.postil.schemas.Utterance;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;

/** One run of load: a thread sends, the caller's thread reads the answers. */
final class LoadRun {
    private static final Duration POLL = Duration.ofMillis(50);

    private final Connection connection;
    private final Topics topics;
    private final List<Utterance> lines;
    private final int count;
    private final double rate;
    private final Duration patience;
    private final String run = UUID.randomUUID().toString();
    private final Map<String, Long> sentAt = new ConcurrentHashMap<>();
    private final Map<String, String> places = new ConcurrentHashMap<>();
    private final List<Double> latencies = new ArrayList<>();
    private volatile RuntimeException failure;

    /** @param rate utterances a second; 0 for flat out */
    LoadRun(Connection connection, List<Utterance> lines, int count, double rate, Duration patience) {
        this.connection = connection;
        this.topics = connection.topics();
        this.lines = lines;
        this.count = count;
        this.rate = rate;
        this.patience = patience;
    }

    /** What came of a run; latencies in milliseconds, from handing over to the producer to reading the committed answer. */
    record Result(int sent, int answered, double seconds, List<Double> latencies) {
        ObjectNode json() {
            ObjectNode node = RecordJson.MAPPER.createObjectNode();
            node.put("sent", sent).put("answered", answered).put("seconds", rounded(seconds));
            node.put("per_second", rounded(answered / seconds));
            node.putObject("latency_ms")
                    .put("p50", percentile(50))
                    .put("p95", percentile(95))
                    .put("p99", percentile(99));
            return node;
        }

        private double percentile(int percent) {
            if (latencies.isEmpty()) {
                return Double.NaN;
            }
            int rank = (int) Math.ceil(percent / 100.0 * latencies.size());
            return rounded(latencies.get(Math.max(0, rank - 1)));
        }

        private static double rounded(double value) {
            return Math.round(value * 1000) / 1000.0;
        }
    }

    Result run() {
        try (Consumer<byte[], Annotation> annotations = connection.consumer(topics.annotations());
                Consumer<byte[], DeadLetter> dead = connection.consumer(topics.deadLetters())) {
            seekToEnd(annotations, topics.annotations().name());
            seekToEnd(dead, topics.deadLetters().name());
            long start = System.nanoTime();
            Thread sender = new Thread(this::send, "postil-load");
            sender.start();
            long end = receive(annotations, dead);
            return new Result(
                    count,
                    latencies.size(),
                    (end - start) / 1e9,
                    latencies.stream().sorted().toList());
        }
    }

    /** Returns the time of the last answer. */
    private long receive(Consumer<byte[], Annotation> annotations, Consumer<byte[], DeadLetter> dead) {
        long last = System.nanoTime();
        while (latencies.size() < count && System.nanoTime() - last < patience.toNanos()) {
            if (failure != null) {
                throw failure;
            }
            int before = latencies.size();
            annotations.poll(POLL).forEach(record -> answered(record.value().getUtteranceId()));
            dead.poll(Duration.ZERO).forEach(record -> answeredAt(record.value()));
            last = latencies.size() > before ? System.nanoTime() : last;
        }
        return last;
    }

    private void answeredAt(DeadLetter letter) {
        String id = places.get(place(letter.getTopic(), letter.getPartition(), letter.getOffset()));
        if (id != null) {
            answered(id);
        }
    }

    private void answered(String id) {
        Long sent = sentAt.remove(id);
        if (sent != null) {
            latencies.add((System.nanoTime() - sent) / 1e6);
        }
    }

    private void send() {
        try (Producer<String, Utterance> producer = connection.producer(topics.utterances())) {
            long start = System.nanoTime();
            for (int i = 0; i < count && failure == null; i++) {
                if (rate > 0) {
                    LockSupport.parkNanos(start + (long) (i / rate * 1e9) - System.nanoTime());
                }
                send(producer, i);
            }
        } catch (RuntimeException e) {
            failure = e;
        }
    }

    private void send(Producer<String, Utterance> producer, int index) {
        String id = "load-" + run + "-" + index;
        Utterance utterance = Utterance.newBuilder(lines.get(index % lines.size()))
                .setId(id)
                .setSentAt(Instant.now())
                .build();
        String key = utterance.getConversationId() == null ? id : utterance.getConversationId();
        sentAt.put(id, System.nanoTime());
        var unused =
                producer.send(new ProducerRecord<>(topics.utterances().name(), key, utterance), (stored, problem) -> {
                    if (problem != null) {
                        failure = new IllegalStateException("an utterance could not be sent", problem);
                    } else {
                        places.put(place(stored.topic(), stored.partition(), stored.offset()), id);
                    }
                });
    }

    private static String place(String topic, int partition, long offset) {
        return topic + "/" + partition + "/" + offset;
    }

    private static void seekToEnd(Consumer<?, ?> consumer, String topic) {
        List<TopicPartition> partitions = TopicScan.partitions(consumer, topic);
        consumer.assign(partitions);
        consumer.seekToEnd(partitions);
        partitions.forEach(consumer::position);
    }
}
