package io.postil.cli;

import com.fasterxml.jackson.databind.JsonNode;
import io.postil.schemas.Annotation;
import io.postil.schemas.AvroSerdes;
import io.postil.schemas.Checkpoint;
import io.postil.schemas.Coordinates;
import io.postil.schemas.Correction;
import io.postil.schemas.Receipt;
import io.postil.schemas.Rollout;
import io.postil.schemas.RolloutStatus;
import io.postil.schemas.TaskResult;
import io.postil.schemas.Topic;
import io.postil.schemas.Topics;
import io.postil.schemas.Utterance;
import io.postil.schemas.Verdict;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** A user of the loop: sends, reads what is committed, corrects. Keeps everything that it has read. */
final class LoopClient implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(8);
    private static final Duration POLL = Duration.ofMillis(100);

    private final Topics topics = new Topics(Topics.DEFAULT_PREFIX);
    private final Map<String, Object> settings;
    private final String http;
    private final List<Follower<?>> followers = new ArrayList<>();
    private final List<Annotation> annotations = new ArrayList<>();
    private final List<Receipt> receipts = new ArrayList<>();
    private final List<Checkpoint> checkpoints = new ArrayList<>();
    private final Map<String, Rollout> rollouts = new HashMap<>();
    private final Map<String, RolloutStatus> serving = new HashMap<>();

    /** @param ready the line that local prints */
    LoopClient(JsonNode ready) {
        settings = Map.of(
                "bootstrap.servers", ready.required("bootstrap").asText(),
                "schema.registry.url", ready.required("registry").asText(),
                "isolation.level", "read_committed");
        http = ready.required("http").asText();
        follow(topics.annotations(), (key, value) -> annotations.add(value));
        follow(topics.receipts(), (key, value) -> receipts.add(value));
        follow(topics.checkpoints(), (key, value) -> checkpoints.add(value));
        follow(topics.rollouts(), (key, value) -> rollouts.put(value.getTask(), value));
        follow(topics.rolloutStatus(), (key, value) -> serving.put(value.getTask(), value));
    }

    /** Sends each text in a conversation of its own; returns the annotations by text, when all are there. */
    Map<String, Annotation> annotate(List<String> texts) {
        Map<String, String> textOf = new LinkedHashMap<>();
        try (Producer<String, Utterance> producer = producer(topics.utterances())) {
            for (String text : texts) {
                String id = UUID.randomUUID().toString();
                textOf.put(id, text);
                Utterance utterance = Utterance.newBuilder()
                        .setId(id)
                        .setConversationId("conversation-" + id)
                        .setText(text)
                        .build();
                var unused = producer.send(
                        new ProducerRecord<>(topics.utterances().name(), utterance.getConversationId(), utterance));
            }
        }
        await("annotations", () -> found(textOf).size() == texts.size());
        return found(textOf);
    }

    private Map<String, Annotation> found(Map<String, String> textOf) {
        Map<String, Annotation> found = new LinkedHashMap<>();
        annotations.stream()
                .filter(annotation -> textOf.containsKey(annotation.getUtteranceId()))
                .forEach(annotation -> found.put(textOf.get(annotation.getUtteranceId()), annotation));
        return found;
    }

    /** All that were ever read, repeats too. */
    int annotationsSeen() {
        return annotations.size();
    }

    Set<String> correct(
            Map<String, Annotation> annotated, List<String> texts, String task, String label, int annotators) {
        Set<String> ids = new LinkedHashSet<>();
        try (Producer<String, Correction> producer = producer(topics.feedback())) {
            for (String text : texts) {
                String utterance = annotated.get(text).getUtteranceId();
                Correction correction = Correction.newBuilder()
                        .setId(UUID.randomUUID().toString())
                        .setUtteranceId(utterance)
                        .setTask(task)
                        .setLabel(label)
                        .setCoordinates(Coordinates.MASKED)
                        .setAnnotator("annotator-" + ids.size() % annotators)
                        .setSubmittedAt(Instant.now())
                        .build();
                ids.add(correction.getId());
                var unused =
                        producer.send(new ProducerRecord<>(topics.feedback().name(), utterance, correction));
            }
        }
        return ids;
    }

    Checkpoint awaitCheckpoint(String task, Verdict verdict) {
        Predicate<Checkpoint> wanted =
                checkpoint -> checkpoint.getTask().equals(task) && checkpoint.getVerdict() == verdict;
        await("a checkpoint", () -> checkpoints.stream().anyMatch(wanted));
        return checkpoints.stream().filter(wanted).findFirst().orElseThrow();
    }

    void awaitServing(String task, String version) {
        await("version " + version, () -> version.equals(serving.get(task).getChampion()));
    }

    /** By correction, in the order in which they came. */
    Map<String, List<Receipt>> receipts(Set<String> corrections) {
        Map<String, List<Receipt>> found = new HashMap<>();
        receipts.stream()
                .filter(receipt -> corrections.contains(receipt.getCorrectionId()))
                .forEach(receipt -> found.computeIfAbsent(receipt.getCorrectionId(), id -> new ArrayList<>())
                        .add(receipt));
        return found;
    }

    Rollout rollout(String task) {
        return rollouts.get(task);
    }

    List<String> labels(Map<String, Annotation> annotated, String task, List<String> texts) {
        return texts.stream()
                .map(text -> top(result(annotated.get(text), task)))
                .toList();
    }

    double share(Map<String, Annotation> annotated, String task, String label) {
        return annotated.values().stream()
                .mapToInt(annotation -> top(result(annotation, task)).equals(label) ? 1 : 0)
                .average()
                .orElseThrow();
    }

    static TaskResult result(Annotation annotation, String task) {
        return annotation.getTasks().stream()
                .filter(result -> result.getTask().equals(task))
                .findFirst()
                .orElseThrow();
    }

    /** Of any client of the cluster. */
    Map<String, Object> settings() {
        return settings;
    }

    /** What the process answers at a path of its HTTP port. */
    String http(String path) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(http + path)).build();
        return HttpClient.newHttpClient()
                .send(request, HttpResponse.BodyHandlers.ofString())
                .body();
    }

    /** Runs the command line against the same cluster. */
    int command(String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.add("--bootstrap=" + settings.get("bootstrap.servers"));
        all.add("--registry=" + settings.get("schema.registry.url"));
        return Postil.commandLine().setOut(new PrintWriter(Writer.nullWriter())).execute(all.toArray(String[]::new));
    }

    @Override
    public void close() {
        followers.forEach(Follower::close);
    }

    private static String top(TaskResult result) {
        return result.getScores().entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .orElseThrow()
                .getKey();
    }

    private void await(String what, BooleanSupplier there) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!there.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("no " + what + " within " + PATIENCE + "; checkpoints: " + checkpoints);
            }
            followers.forEach(Follower::poll);
        }
        followers.forEach(Follower::poll);
    }

    private <V extends SpecificRecord> Producer<String, V> producer(Topic<V> topic) {
        return new KafkaProducer<>(
                settings,
                new StringSerializer(),
                new AvroSerdes(settings).serde(topic.type()).serializer());
    }

    private <V extends SpecificRecord> void follow(Topic<V> topic, BiConsumer<String, V> seen) {
        Consumer<String, V> consumer = new KafkaConsumer<>(
                settings,
                new StringDeserializer(),
                new AvroSerdes(settings).serde(topic.type()).deserializer());
        List<TopicPartition> partitions = new ArrayList<>();
        for (PartitionInfo info : consumer.partitionsFor(topic.name())) {
            partitions.add(new TopicPartition(info.topic(), info.partition()));
        }
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        followers.add(new Follower<>(consumer, seen));
    }

    /** One topic, read from its beginning. */
    private record Follower<V>(Consumer<String, V> consumer, BiConsumer<String, V> seen) implements AutoCloseable {
        void poll() {
            consumer.poll(POLL).forEach(record -> seen.accept(record.key(), record.value()));
        }

        @Override
        public void close() {
            consumer.close();
        }
    }
}
