package io.postil.cli;

import io.postil.schemas.AvroSerdes;
import io.postil.schemas.CorrectedSpan;
import io.postil.schemas.Correction;
import io.postil.schemas.Field;
import io.postil.schemas.Topic;
import io.postil.schemas.Topics;
import io.postil.schemas.Utterance;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * Plants a mail address of its own in every field that a producer or a corrector can fill, ids aside, and in headers and poison; none of
 * them may be seen anywhere but in the topics that they were sent to.
 */
final class Canaries {
    /** Every canary begins so, and nothing else has it. */
    static final String WORD = "planted.canary";

    static final String CONVERSATION = "conversation-of-canaries";
    static final String POLICY = """
            others: tag
            fields: {speaker: hash, attributes: {note: find, code: encrypt}}
            """;
    static final String UTTERANCE = "utterance-of-canaries";
    private static final Topics TOPICS = new Topics(Topics.DEFAULT_PREFIX);

    private final AvroSerdes serdes;
    private final Producer<String, byte[]> producer;
    private int planted = 1000;

    /** Sends nothing yet; the producer's settings are those of any client. */
    Canaries(Map<String, Object> settings) {
        serdes = new AvroSerdes(settings);
        producer = new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer());
    }

    /** Plants them in utterances: one that is annotated, and some that are not. */
    void speak() {
        send(TOPICS.utterances(), utterance(UTTERANCE).build());
        send(TOPICS.utterances(), utterance("").build());
        send(TOPICS.utterances(), utterance("blank-of-canaries").setText("  ").build());
        poison(TOPICS.utterances());
    }

    /**
     * Plants them in corrections.
     *
     * @return the ids of those that have a receipt
     */
    List<String> correct() {
        send(TOPICS.feedback(), correction("canary-label").setLabel(canary()).build());
        send(
                TOPICS.feedback(),
                correction("canary-task").setTask(canary()).setLabel("inform").build());
        var span = new CorrectedSpan(Field.TEXT, canary(), 0, 1);
        send(
                TOPICS.feedback(),
                correction("canary-span")
                        .setTask("entities")
                        .setSpans(List.of(span))
                        .build());
        send(TOPICS.feedback(), correction("canary-good").setLabel("inform").build());
        send(
                TOPICS.feedback(),
                correction("canary-brought")
                        .setUtteranceId("brought-of-canaries")
                        .setLabel("inform")
                        .setUtterance(utterance("brought-of-canaries").build())
                        .build());
        send(
                TOPICS.feedback(),
                correction("canary-waiting")
                        .setUtteranceId("never-of-canaries")
                        .setConfirmed(true)
                        .setUtterance(utterance("never-of-canaries").build())
                        .build());
        poison(TOPICS.feedback());
        producer.close();
        return List.of("canary-label", "canary-task", "canary-span", "canary-good", "canary-brought");
    }

    private Utterance.Builder utterance(String id) {
        return Utterance.newBuilder()
                .setId(id)
                .setConversationId(CONVERSATION)
                .setSpeaker(canary())
                .setText("please write to " + canary() + " today")
                .setTextPair("or to " + canary())
                .setLanguage(canary())
                .setAttributes(Map.of("note", "of " + canary(), "code", canary(), "other", canary(), canary(), "x"));
    }

    private Correction.Builder correction(String id) {
        return Correction.newBuilder()
                .setId(id)
                .setUtteranceId(UTTERANCE)
                .setTask("dialogue-act")
                .setModelVersion(canary())
                .setAnnotator(canary())
                .setSubmittedAt(Instant.now());
    }

    private <V extends SpecificRecord> void poison(Topic<V> topic) {
        send(topic.name(), canary().getBytes(StandardCharsets.UTF_8));
        send(topic.name(), ("\0\0\0\0\1" + canary()).getBytes(StandardCharsets.UTF_8));
    }

    private <V extends SpecificRecord> void send(Topic<V> topic, V value) {
        send(topic.name(), serdes.serde(topic).serializer().serialize(topic.name(), value));
    }

    private void send(String topic, byte[] value) {
        var record = new ProducerRecord<>(topic, CONVERSATION, value);
        record.headers().add("traceparent", canary().getBytes(StandardCharsets.UTF_8));
        record.headers().add("user", canary().getBytes(StandardCharsets.UTF_8));
        Sending.await(producer.send(record));
    }

    private String canary() {
        return WORD + planted++ + "@quartz.zebramail.com";
    }
}
