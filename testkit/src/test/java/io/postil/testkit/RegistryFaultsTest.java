package io.postil.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.postil.schemas.AvroSerdes;
import io.postil.schemas.Fate;
import io.postil.schemas.Receipt;
import io.postil.schemas.RegistryUnavailableException;
import io.postil.schemas.SchemaRefusedException;
import io.postil.schemas.SubjectRegistrar;
import io.postil.schemas.SubjectRegistrar.Registered;
import io.postil.schemas.Topics;
import io.postil.schemas.UndecodableException;
import io.postil.schemas.UndecodableException.Reason;
import io.postil.schemas.Utterance;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class RegistryFaultsTest {

    private static final String TOPIC = "postil.utterances";
    private static final byte[] OF_ID_7 = {0, 0, 0, 0, 7, 2, 'x'};

    private final FakeRegistry registry = FakeRegistry.start();
    private final Map<String, Object> settings = new HashMap<>(Map.of(
            "schema.registry.url", registry.url().toString(),
            "retries.wait.ms", 1,
            "retries.max.wait.ms", 10));
    private final Utterance utterance = Utterances.saying("good morning").build();

    @AfterEach
    void stop() {
        registry.close();
    }

    @Test
    void shouldAskAgainWhileTheRegistryIsAway() {
        registry.failing(503, 500, 429);

        serializer().serialize(TOPIC, utterance);

        assertThat(registry.requests()).hasSize(4);
    }

    @Test
    void shouldGiveUpAfterTheTimeThatIsSet() {
        registry.silent(true);
        settings.put("http.read.timeout.ms", 50);
        settings.put("postil.registry.retry.ms", 300);

        assertThatThrownBy(() -> deserializer().deserialize(TOPIC, OF_ID_7))
                .isInstanceOf(RegistryUnavailableException.class)
                .hasMessageContainingAll(TOPIC, "id 7", registry.url().toString());
    }

    @Test
    void shouldCallNothingPoisonWhileNobodyListens() {
        registry.close();
        settings.put("postil.registry.retry.ms", 0);

        assertThatThrownBy(() -> deserializer().deserialize(TOPIC, OF_ID_7))
                .isInstanceOf(RegistryUnavailableException.class);
    }

    @Test
    void shouldAskTheNextRegistryWhenTheFirstIsAway() {
        settings.put("schema.registry.url", "http://localhost:1/away," + registry.url());

        byte[] bytes = serializer().serialize(TOPIC, utterance);

        assertThat(deserializer().deserialize(TOPIC, bytes)).isEqualTo(utterance);
    }

    @Test
    void shouldCallNothingPoisonWhenThePathIsWrong() {
        settings.put("schema.registry.url", registry.url().resolve("/wrong").toString());
        settings.put("postil.registry.retry.ms", 0);

        assertThatThrownBy(() -> deserializer().deserialize(TOPIC, OF_ID_7))
                .isInstanceOf(RegistryUnavailableException.class)
                .hasMessageContaining("is the path of schema.registry.url right?");
    }

    @Test
    void shouldCallNothingPoisonWhenTheRegistryLetsNobodyIn() {
        registry.requiring("ann", "secret");

        assertThatThrownBy(() -> deserializer().deserialize(TOPIC, OF_ID_7))
                .isInstanceOf(RegistryUnavailableException.class)
                .hasMessageContaining("401");
        assertThat(registry.requests()).hasSize(1);
    }

    @Test
    void shouldGiveUserAndPassword() {
        registry.requiring("ann", "secret");
        settings.put("basic.auth.credentials.source", "USER_INFO");
        settings.put("basic.auth.user.info", "ann:secret");

        byte[] bytes = serializer().serialize(TOPIC, utterance);

        assertThat(deserializer().deserialize(TOPIC, bytes)).isEqualTo(utterance);
    }

    @Test
    void shouldGiveUserAndPasswordOfTheUrl() {
        registry.requiring("ann", "s%c");
        settings.put("schema.registry.url", registry.url().toString().replace("//", "//ann:s%25c@"));

        assertThat(serializer().serialize(TOPIC, utterance)).startsWith(0, 0, 0, 0, 1);
    }

    @Test
    void shouldAskOnceForASchemaAndOnceForAnId() {
        var serializer = serializer();
        var deserializer = deserializer();
        byte[] bytes = serializer.serialize(TOPIC, utterance);

        for (int i = 0; i < 100; i++) {
            deserializer.deserialize(TOPIC, serializer.serialize(TOPIC, utterance));
        }

        assertThat(bytes).startsWith(0, 0, 0, 0, 1);
        assertThat(registry.requests())
                .containsExactly("POST /subjects/postil.utterances-value/versions", "GET /schemas/ids/1");
    }

    @Test
    void shouldNotAskAgainAtOnceForAnUnknownId() {
        settings.put("postil.registry.unknown.ms", 600_000);
        var deserializer = deserializer();

        for (int i = 0; i < 3; i++) {
            assertThatThrownBy(() -> deserializer.deserialize(TOPIC, OF_ID_7))
                    .isInstanceOf(UndecodableException.class)
                    .hasMessageContainingAll(TOPIC, "id 7");
        }

        assertThat(registry.requests()).containsExactly("GET /schemas/ids/7");
    }

    @Test
    void shouldFindAnIdThatWasUnknownAMomentAgo() {
        settings.put("postil.registry.unknown.ms", 0);
        var deserializer = deserializer();
        byte[] early = {0, 0, 0, 0, 1, 0};
        assertThatThrownBy(() -> deserializer.deserialize(TOPIC, early)).isInstanceOf(UndecodableException.class);

        byte[] bytes = serializer().serialize(TOPIC, utterance);

        assertThat(deserializer.deserialize(TOPIC, bytes)).isEqualTo(utterance);
    }

    @Test
    void shouldPassOnTheRegistrysWordsWhenASchemaIsIncompatible() {
        serializer().serialize(TOPIC, utterance);
        Serializer<Receipt> receipts =
                new AvroSerdes(settings).serde(Receipt.class).serializer();

        assertThatThrownBy(() -> receipts.serialize(TOPIC, anyReceipt()))
                .isInstanceOf(SchemaRefusedException.class)
                .hasMessageContainingAll(TOPIC, TOPIC + "-value", "409", "incompatible with an earlier schema");
    }

    @Test
    void shouldCallARecordPoisonThatIsNotAvroToTheRegistry() {
        registry.answering(
                "GET /schemas/ids/7", 200, "{\"schemaType\":\"PROTOBUF\",\"schema\":\"syntax = 'proto3';\"}");

        var thrown = catchThrowableOfType(
                UndecodableException.class, () -> deserializer().deserialize(TOPIC, OF_ID_7));

        assertThat(thrown.reason()).isEqualTo(Reason.WRONG_SCHEMA);
        assertThat(thrown).hasMessageContainingAll("id 7", "PROTOBUF");
    }

    @Test
    void shouldReadASchemaThatRefersToAnother() {
        registry.answering(
                        "GET /schemas/ids/7",
                        200,
                        "{\"schema\":\"{\\\"type\\\":\\\"record\\\",\\\"name\\\":\\\"Utterance\\\",\\\"fields\\\":["
                                + "{\\\"name\\\":\\\"id\\\",\\\"type\\\":\\\"string\\\"},"
                                + "{\\\"name\\\":\\\"mood\\\",\\\"type\\\":\\\"Mood\\\"},"
                                + "{\\\"name\\\":\\\"text\\\",\\\"type\\\":\\\"string\\\"}]}\","
                                + "\"references\":[{\"name\":\"Mood\",\"subject\":\"mood\",\"version\":2}]}")
                .answering(
                        "GET /subjects/mood/versions/2",
                        200,
                        "{\"id\":3,\"schema\":\"{\\\"type\\\":\\\"enum\\\",\\\"name\\\":\\\"Mood\\\","
                                + "\\\"symbols\\\":[\\\"GOOD\\\",\\\"BAD\\\"]}\"}");
        byte[] bytes = {0, 0, 0, 0, 7, 2, 'u', 2, 4, 'h', 'i'};

        Utterance read = deserializer().deserialize(TOPIC, bytes);

        assertThat(read)
                .isEqualTo(Utterance.newBuilder().setId("u").setText("hi").build());
    }

    @Test
    void shouldStopWaitingWhenItIsInterrupted() {
        registry.silent(true);
        Thread.currentThread().interrupt();

        assertThatThrownBy(() -> deserializer().deserialize(TOPIC, OF_ID_7))
                .isInstanceOf(RegistryUnavailableException.class)
                .hasMessageContaining("interrupted");
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void shouldTolerateARegistryThatDoesNotLetTheCompatibilityBeSet() {
        var topics = new Topics("");
        registry.answering(
                "PUT /config/" + topics.receipts().subject(), 403, "{\"error_code\":40301,\"message\":\"read only\"}");

        List<Registered> outcomes = new SubjectRegistrar(settings).register(topics);

        assertThat(outcomes)
                .filteredOn(outcome -> outcome.looser().isPresent())
                .singleElement()
                .asString()
                .contains("receipts-value", "40301", "read only");
    }

    private Serializer<Utterance> serializer() {
        return new AvroSerdes(settings).serde(Utterance.class).serializer();
    }

    private Deserializer<Utterance> deserializer() {
        return new AvroSerdes(settings).serde(Utterance.class).deserializer();
    }

    private static Receipt anyReceipt() {
        return Receipt.newBuilder()
                .setCorrectionId("c1")
                .setUtteranceId("u1")
                .setTask("nli")
                .setFate(Fate.ACCEPTED)
                .setAt(Instant.EPOCH)
                .build();
    }
}
