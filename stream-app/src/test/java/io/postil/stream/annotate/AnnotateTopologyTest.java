package io.postil.stream.annotate;

import static org.assertj.core.api.Assertions.assertThat;

import io.postil.schemas.Act;
import io.postil.schemas.Annotation;
import io.postil.schemas.Bytes;
import io.postil.schemas.Entailment;
import io.postil.schemas.Field;
import io.postil.schemas.Original;
import io.postil.schemas.SealContext;
import io.postil.schemas.TaskResult;
import io.postil.schemas.Utterance;
import io.postil.schemas.UtteranceCodec;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of an utterance that is let through. */
class AnnotateTopologyTest extends BenchScene {
    private static final String TRACE = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

    @Test
    void shouldAnnotateWithTheVersionsThatAnswered() {
        bench.send(Bench.utterance("Hello there").setLanguage("en"));

        Annotation annotation = bench.annotation();
        assertThat(annotation.getUtteranceId()).isEqualTo("u-1");
        assertThat(annotation.getConversationId()).isEqualTo("c-1");
        assertThat(annotation.getLanguage()).isEqualTo("en");
        assertThat(annotation.getText()).isEqualTo("Hello there");
        assertThat(annotation.getActs()).containsExactly(new Act("by-v1", 0.75));
        assertThat(annotation.getEntailment()).isNull();
        assertThat(annotation.getAnnotatedAt()).isEqualTo(Bench.NOW);
        assertThat(annotation.getTasks())
                .containsExactly(
                        new TaskResult(
                                "dialogue-act", "v1", "digest-of-v1", Map.of("by-v1", 0.75, "other", 0.25), false, 11),
                        new TaskResult("entities", "v1", "digest-of-v1", Map.of(), false, 11));
        assertThat(bench.metrics.events()).containsExactly("read", "miss", "annotated");
    }

    @Test
    void shouldMaskNamesInTheTextAndInItsPair() {
        bench.send(Bench.utterance("😀 Zoë left").setTextPair("Zoë went"));

        Annotation annotation = bench.annotation();
        assertThat(annotation.getText()).isEqualTo("😀 [PERSON] left");
        assertThat(annotation.getTextPair()).isEqualTo("[PERSON] went");
        assertThat(annotation.getEntailment()).isEqualTo(new Entailment("by-v1", 0.75));
        assertThat(annotation.getEntities())
                .extracting(e -> e.getField() + " " + e.getStart() + "-" + e.getEnd() + " " + e.getMaskedStart() + "-"
                        + e.getMaskedEnd() + " " + e.getSource() + " " + e.getReplacement())
                .containsExactly(Field.TEXT + " 3-6 3-11 MODEL [PERSON]", Field.TEXT_PAIR + " 0-3 0-8 MODEL [PERSON]");
    }

    @Test
    void shouldSealTheOriginalUnderItsUtteranceId() {
        Utterance utterance = Bench.utterance("Zoë left")
                .setSpeaker("s-1")
                .setAttributes(Map.of("a", "b"))
                .build();

        bench.send(Utterance.newBuilder(utterance));

        Original original = bench.original();
        byte[] opened = bench.unsealer().open(Bytes.of(original.getSealed()), SealContext.utterance("u-1"));
        assertThat(UtteranceCodec.decode(opened)).isEqualTo(utterance);
        assertThat(original.getLabels()).isEqualTo(Map.of("dialogue-act", "by-v1"));
        assertThat(original.getVersions()).isEqualTo(Map.of("dialogue-act", "v1", "entities", "v1"));
        assertThat(original.getEntities()).hasSize(1);
    }

    @Test
    void shouldKeyTheOriginalByItsUtteranceAndTheAnnotationAsTheInput() {
        bench.send(new TestRecord<>(
                new byte[] {(byte) 0xff, 0}, bench.bytes(Bench.utterance("Hi").build())));

        assertThat(bench.annotationRecords())
                .singleElement()
                .extracting(TestRecord::key)
                .isEqualTo(new byte[] {(byte) 0xff, 0});
        assertThat(bench.originalRecords())
                .singleElement()
                .extracting(TestRecord::key)
                .isEqualTo("u-1".getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void shouldAnnotateARecordWithoutAKey() {
        bench.send(new TestRecord<>(null, bench.bytes(Bench.utterance("Hi").build())));

        assertThat(bench.annotationRecords())
                .singleElement()
                .extracting(TestRecord::key)
                .isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\u0000b", "\ud83d alone", "\u202Ertl", "e\u0301\u0301", "  padded  ", "\u0000"})
    void shouldAnnotateStrangeTexts(String text) {
        bench.send(Bench.utterance(text));

        assertThat(bench.annotation().getText()).hasSameSizeAs(text);
    }

    @Test
    void shouldPassOnTheTraceAndNoOtherHeader() {
        var headers = new RecordHeaders()
                .add("secret", new byte[100_000])
                .add("traceparent", TRACE.getBytes(StandardCharsets.US_ASCII));

        bench.send(new TestRecord<>(
                new byte[] {1}, bench.bytes(Bench.utterance("Hi").build()), headers));

        assertThat(bench.annotationRecords().get(0).headers()).singleElement().satisfies(header -> assertThat(
                        new String(header.value(), StandardCharsets.US_ASCII))
                .isEqualTo(TRACE));
    }

    @Test
    void shouldNotTakeAnythingForATrace() {
        var headers = new RecordHeaders().add("traceparent", "Zoë's number".getBytes(StandardCharsets.UTF_8));

        bench.send(new TestRecord<>(
                new byte[] {1}, bench.bytes(Bench.utterance("Hi").build()), headers));

        assertThat(bench.annotationRecords().get(0).headers()).isEmpty();
    }

    @Test
    void shouldMaskByRulesAloneWhenNoEntityModelIsConfigured() {
        try (var rulesOnly = new Bench(List.of("dialogue-act", "sentiment"))) {
            rulesOnly.send(Bench.utterance("Zoë left"));

            Annotation annotation = rulesOnly.annotation();
            assertThat(annotation.getText()).isEqualTo("Zoë left");
            assertThat(annotation.getTasks())
                    .extracting(TaskResult::getTask)
                    .containsExactly("dialogue-act", "sentiment");
        }
    }

    @Test
    void shouldTakeARecordWithoutATime() {
        assertThat(new AnyTimestamp().extract(new ConsumerRecord<>("t", 0, 0, null, null), -1))
                .isZero();
    }

    @Test
    void shouldKeepTheTimeOfTheRecord() {
        Instant sent = Instant.parse("2026-02-01T08:00:00Z");

        bench.send(new TestRecord<>(
                new byte[] {1}, bench.bytes(Bench.utterance("Hi").build()), sent));

        assertThat(bench.annotationRecords().get(0).getRecordTime()).isEqualTo(sent);
    }

    @Test
    void shouldNameEveryNode() {
        Topology topology = new AnnotateTopology(bench.topics, bench.annotating)
                .build(Bench.config(new AnnotateTopology(bench.topics, bench.annotating)));

        assertThat(topology.describe().toString()).doesNotContain("KSTREAM").contains("annotate", "dead-letters");
    }
}
