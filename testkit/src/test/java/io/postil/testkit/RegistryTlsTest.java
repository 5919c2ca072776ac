package io.postil.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.postil.schemas.AvroSerdes;
import io.postil.schemas.RegistryUnavailableException;
import io.postil.schemas.Utterance;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.common.config.types.Password;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class RegistryTlsTest {

    private static final String TOPIC = "postil.utterances";

    @TempDir
    private static Path folder;

    private static Keytool keytool;
    private static FakeRegistry registry;

    private final Map<String, Object> settings =
            new HashMap<>(Map.of("schema.registry.url", registry.url().toString(), "postil.registry.retry.ms", 0));
    private final Utterance utterance = Utterances.saying("good morning").build();

    @BeforeAll
    static void start() throws IOException, InterruptedException, GeneralSecurityException {
        keytool = new Keytool(folder);
        registry = FakeRegistry.start(keytool.server());
    }

    @AfterAll
    static void stop() {
        registry.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"JKS", "PKCS12"})
    void shouldTrustTheCertificatesOfTheStore(String type) throws IOException, InterruptedException {
        settings.put("schema.registry.ssl.truststore.location", keytool.trustStore(type));
        settings.put("schema.registry.ssl.truststore.password", new Password(Keytool.PASSWORD));
        settings.put("schema.registry.ssl.truststore.type", type);

        var serde = new AvroSerdes(settings).serde(Utterance.class);

        assertThat(serde.deserializer().deserialize(TOPIC, serde.serializer().serialize(TOPIC, utterance)))
                .isEqualTo(utterance);
    }

    @Test
    void shouldTrustNobodyElse() {
        var serializer = new AvroSerdes(settings).serde(Utterance.class).serializer();

        assertThatThrownBy(() -> serializer.serialize(TOPIC, utterance))
                .isInstanceOf(RegistryUnavailableException.class)
                .hasMessageContaining("certification path");
    }
}
