package io.postil.trainer.intake;

import static io.postil.trainer.fixtures.Corrections.blank;
import static io.postil.trainer.fixtures.Corrections.label;
import static io.postil.trainer.fixtures.Utterances.original;
import static io.postil.trainer.fixtures.Utterances.utterance;
import static org.assertj.core.api.Assertions.assertThat;

import io.postil.privacy.seal.ConversationKey;
import io.postil.privacy.seal.Sealer;
import io.postil.privacy.seal.WrappedKeys;
import io.postil.schemas.Bytes;
import io.postil.schemas.Correction;
import io.postil.schemas.Fate;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.Test;

/** Utterances that are sealed with their conversations' keys. */
final class IntakeKeysTest extends IntakeScene {
    private final ConversationKey key = ConversationKey.create();

    @Test
    void shouldSealAnExampleAsItsOriginalIsSealed() {
        intake.keep("c-u1", key);
        intake.send(original(key.sealer(), utterance("u1", "I can do that")));

        intake.send(label("k1", "u1", "offer"));

        assertThat(intake.fates()).containsExactly("k1 ACCEPTED");
        assertThat(exampleKey()).isEqualTo(key.id());
    }

    @Test
    void shouldWaitForAKeyThatComesAMomentAfterWhatItSealed() {
        intake.send(original(key.sealer(), utterance("u1", "I can do that")));
        intake.send(label("k1", "u1", "offer"));
        intake.driver.advanceWallClockTime(Duration.ofSeconds(2));
        assertThat(intake.receipts()).isEmpty();
        assertThat(intake.metrics.waiting).isEqualTo(1);

        intake.keep("c-u1", key);
        intake.driver.advanceWallClockTime(Duration.ofSeconds(1));

        assertThat(intake.fates()).containsExactly("k1 ACCEPTED");
    }

    @Test
    void shouldRejectACorrectionOfAForgottenConversation() {
        intake.keep("c-u1", key);
        intake.send(original(key.sealer(), utterance("u1", "I can do that")));
        intake.forget(key);

        intake.send(label("k1", "u1", "offer"));
        intake.driver.advanceWallClockTime(Duration.ofSeconds(31));

        assertThat(intake.receipts()).singleElement().satisfies(receipt -> {
            assertThat(receipt.getFate()).isEqualTo(Fate.REJECTED);
            assertThat(receipt.getReason()).isEqualTo("the conversation of the utterance was forgotten");
        });
    }

    @Test
    void shouldSealWhatACorrectionBringsWithAKeyOfItsConversation() {
        intake.send(Correction.newBuilder(label("k1", "u1", "offer"))
                .setUtterance(utterance("u1", "I can do that"))
                .build());

        var made = intake.madeKeys();
        assertThat(made).containsOnlyKeys(exampleKey());
        assertThat(made.values()).allMatch(kept -> kept.getConversation().equals(WrappedKeys.nameOf("c-u1")));
    }

    @Test
    void shouldShowNothingOfWhatACorrectionSaysInItsOwnTopicsAndStores() {
        String canary = "zoe.canary@example.com";
        intake.feedback.pipeInput(new TestRecord<>(
                IntakeDriver.bytes("any"),
                intake.encoded(blank("k1", "u1", "dialogue-act")
                        .setConfirmed(true)
                        .setAnnotator(canary)
                        .setModelVersion(canary)
                        .setUtterance(utterance("u1", canary))
                        .build()),
                new RecordHeaders().add("traceparent", canary.getBytes(StandardCharsets.UTF_8))));
        intake.send(
                blank("k2", "u2", canary).setLabel("offer").build(),
                Correction.newBuilder(label("k3", "u3", "offer"))
                        .setAnnotator(canary)
                        .setModelVersion(canary)
                        .setUtterance(utterance("u3", canary))
                        .build(),
                label("k4", "u4", canary));

        assertThat(intake.leftBehind()).isNotEmpty().noneMatch(bytes -> new String(bytes, StandardCharsets.ISO_8859_1)
                .contains("canary"));
    }

    private String exampleKey() {
        return Sealer.keyId(Bytes.of(intake.examples().get(0).value.getSealed()));
    }
}
