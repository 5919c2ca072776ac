package io.postil.stream.annotate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.apache.kafka.streams.test.TestRecord;

class OneOutcomeTest {

    /** A record: bytes as they are, or an utterance of these texts. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Sent(byte[] raw, String id, String text, String pair) {}

    @Property(tries = 40)
    void shouldGiveEachRecordExactlyOneOutcome(@ForAll("records") List<Sent> records) {
        try (var bench = new Bench()) {
            records.forEach(sent -> bench.send(new TestRecord<>(new byte[] {1}, value(bench, sent))));

            int annotations = bench.annotationRecords().size();
            assertThat(annotations + bench.deadLetterRecords().size()).isEqualTo(records.size());
            assertThat(bench.originalRecords())
                    .as("one original for each annotation")
                    .hasSize(annotations);
            assertThat(bench.metrics.count("read")).isEqualTo(records.size());
        }
    }

    @Provide
    Arbitrary<List<Sent>> records() {
        Arbitrary<byte[]> raw =
                Arbitraries.bytes().array(byte[].class).ofMaxSize(20).injectNull(0.1);
        Arbitrary<String> texts = Arbitraries.oneOf(
                Arbitraries.strings().all().ofMaxLength(30),
                Arbitraries.of(" ", "\u00a0", "(fails)", "(unread)", "(unmaskable)", "Zoë and Zoë", "\ud800", "\u0000"),
                Arbitraries.strings().alpha().ofMinLength(1990).ofMaxLength(2010));
        return Combinators.combine(
                        raw,
                        Arbitraries.of(true, false),
                        Arbitraries.of("", "u-1", "u-2"),
                        texts,
                        texts.injectNull(0.5))
                .as((bytes, isRaw, id, text, pair) ->
                        isRaw ? new Sent(bytes, null, null, null) : new Sent(null, id, text, pair))
                .list()
                .ofMaxSize(20);
    }

    private static byte[] value(Bench bench, Sent sent) {
        return sent.text() == null
                ? sent.raw()
                : bench.bytes(Bench.utterance(sent.text())
                        .setId(sent.id())
                        .setTextPair(sent.pair())
                        .build());
    }
}
