package io.postil.stream.annotate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.postil.privacy.seal.SealException;
import io.postil.privacy.seal.Sealer;
import io.postil.privacy.seal.WrappedKeys;
import io.postil.schemas.Annotation;
import io.postil.schemas.Bytes;
import io.postil.schemas.KeptKey;
import io.postil.schemas.Original;
import io.postil.schemas.SealContext;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Each conversation has a key, and is forgotten with it. */
class ForgettingTest extends BenchScene {

    @Test
    void shouldSealWithTheKeyOfTheConversationAndTellItsReaders() {
        bench.send(Bench.utterance("Hi").setId("u-1"));
        bench.send(Bench.utterance("Ho").setId("u-2"));
        bench.send(Bench.utterance("Hu").setId("u-3").setConversationId("c-2"));

        var keys = bench.originals().stream().map(ForgettingTest::keyId).toList();
        assertThat(keys.get(0)).isEqualTo(keys.get(1)).isNotEqualTo(keys.get(2));
        assertThat(bench.keptKeys().keySet()).isEqualTo(Set.copyOf(keys));
        assertThat(bench.annotations())
                .extracting(Annotation::getConversationKey)
                .isEqualTo(keys);
        assertThat(bench.keptKeys().values())
                .extracting(KeptKey::getConversation)
                .containsExactlyInAnyOrder(WrappedKeys.nameOf("c-1"), WrappedKeys.nameOf("c-2"));
    }

    @Test
    void shouldSealWhatHasNoConversationWithTheMasterKey() {
        bench.send(Bench.utterance("Hi").setConversationId(null));

        assertThat(keyId(bench.original())).isEqualTo(bench.keys.active());
        assertThat(bench.keptKeys()).isEmpty();
    }

    @Test
    void shouldDeleteTheKeyAndTheMemoryOfAForgottenConversation() {
        bench.send(Bench.utterance("Zoë left"));
        Original original = bench.original();

        bench.forget("c-1");

        assertThat(bench.keptKeys()).containsEntry(keyId(original), null);
        assertThat(entries(AnnotateTopology.KEY_STORE) + entries(AnnotateTopology.MARK_STORE))
                .isZero();
        assertThatThrownBy(() -> bench.unsealer().open(Bytes.of(original.getSealed()), SealContext.utterance("u-1")))
                .isInstanceOfSatisfying(
                        SealException.class, e -> assertThat(e.reason()).isEqualTo(SealException.Reason.FORGOTTEN));
    }

    @Test
    void shouldLeaveOtherConversationsAlone() {
        bench.send(Bench.utterance("Zoë").setConversationId("c-2"));
        Original other = bench.original();

        bench.forget("c-1");

        assertThat(bench.unsealer().open(Bytes.of(other.getSealed()), SealContext.utterance("u-1")))
                .isNotEmpty();
    }

    @Test
    void shouldBeginAnewAfterwards() {
        bench.send(Bench.utterance("Zoë left"));
        String before = keyId(bench.original());
        bench.annotations();
        bench.forget("c-1");

        bench.send(Bench.utterance("zoe again"));

        assertThat(keyId(bench.original())).isNotEqualTo(before);
        assertThat(bench.annotation().getText()).isEqualTo("zoe again");
    }

    @Test
    void shouldDoNothingTheSecondTime() {
        bench.send(Bench.utterance("Hi"));
        bench.forget("c-1");
        var after = bench.keptKeys();

        bench.forget("c-1");
        bench.forget("never seen");

        assertThat(bench.keptKeys()).isEqualTo(after).hasSize(1);
    }

    @Test
    void shouldPassOverWhatIsNoRequest() {
        bench.forgetBytes("noise".getBytes(StandardCharsets.UTF_8));
        bench.forgetBytes(null);

        bench.send(Bench.utterance("Hi"));

        assertThat(bench.annotation().getText()).isEqualTo("Hi");
        assertThat(bench.metrics.count("read")).as("requests are no utterances").isEqualTo(1);
    }

    @Test
    void shouldRememberOnlySoMuchOfAConversation() {
        for (int i = 0; i < StoredMemory.MOST + 10; i++) {
            bench.send(Bench.utterance("" + (4_111_111_111_110_000L + i)));
        }

        assertThat(bench.store(AnnotateTopology.MARK_STORE).get(WrappedKeys.nameOf("c-1")))
                .hasSizeLessThan(StoredMemory.MOST * 60);
    }

    private long entries(String store) {
        try (var all = bench.store(store).all()) {
            long count = 0;
            for (; all.hasNext(); all.next()) {
                count++;
            }
            return count;
        }
    }

    private static String keyId(Original original) {
        return Sealer.keyId(Bytes.of(original.getSealed()));
    }
}
