package io.postil.schemas.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class RegistrySettingsTest {

    private static final String ANN_SECRET = "Basic YW5uOnNlY3JldA==";

    private final Map<String, String> config = new HashMap<>(Map.of("schema.registry.url", "http://localhost:8081"));

    @Test
    void shouldReadSeveralUrlsWithPaths() {
        config.put("schema.registry.url", "http://a:8081/apis/ccompat/v7/ , https://b/registry");

        var settings = RegistrySettings.of(config);

        assertThat(settings.hosts())
                .containsExactly(URI.create("http://a:8081/apis/ccompat/v7"), URI.create("https://b/registry"));
    }

    @Test
    void shouldHaveDefaults() {
        var settings = RegistrySettings.of(config);

        assertThat(settings.autoRegister()).isTrue();
        assertThat(settings.trustStore()).isEmpty();
        assertThat(settings.readTimeout()).isEqualTo(Duration.ofSeconds(10));
        assertThat(settings.backoff().total()).isEqualTo(Duration.ofSeconds(30));
    }

    @Test
    void shouldTakeUserAndPasswordFromTheirOwnSetting() {
        config.put("basic.auth.credentials.source", "USER_INFO");
        config.put("basic.auth.user.info", "ann:secret");

        assertThat(RegistrySettings.of(config).registries())
                .extracting(RegistryUrl::authorization)
                .isEqualTo(List.of(Optional.of(ANN_SECRET)));
    }

    @Test
    void shouldTakeUserAndPasswordFromTheUrl() {
        config.put("schema.registry.url", "http://ann:secret@localhost:8081");

        var settings = RegistrySettings.of(config);

        assertThat(settings.registries())
                .extracting(RegistryUrl::authorization)
                .containsExactly(Optional.of(ANN_SECRET));
        assertThat(settings.hosts()).asString().doesNotContain("secret");
    }

    @ParameterizedTest
    @CsvSource({
        "schema.registry.url, ftp://host, http://host:port/path",
        "schema.registry.url, localhost:8081, http://host:port/path",
        "schema.registry.url, '', one or more URLs",
        "auto.register.schemas, perhaps, true or false",
        "basic.auth.credentials.source, SASL_INHERIT, URL or USER_INFO",
        "http.read.timeout.ms, soon, milliseconds",
        "http.read.timeout.ms, 0, 1 ms or more",
        "retries.max.wait.ms, 10, 100 ms or more",
    })
    void shouldRefuseAValueNamingKeyAndWhatWasExpected(String key, String value, String expected) {
        config.put(key, value);

        assertThatThrownBy(() -> RegistrySettings.of(config))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContainingAll(key, value, expected);
    }

    @Test
    void shouldNotPrintAPasswordInAnError() {
        config.put("schema.registry.url", "http//ann:secret@localhost");

        assertThatThrownBy(() -> RegistrySettings.of(config)).hasMessageNotContaining("secret");
    }

    @Test
    void shouldRefuseUserInfoWithoutAPassword() {
        config.put("basic.auth.credentials.source", "USER_INFO");
        config.put("basic.auth.user.info", "ann");

        assertThatThrownBy(() -> RegistrySettings.of(config))
                .hasMessageContainingAll("basic.auth.user.info", "user:password")
                .hasMessageNotContaining("ann");
    }

    @Test
    void shouldRefuseATrustStoreOfAnotherType() {
        config.put("schema.registry.ssl.truststore.location", "trust.pem");
        config.put("schema.registry.ssl.truststore.type", "PEM");

        assertThatThrownBy(() -> RegistrySettings.of(config))
                .hasMessageContainingAll("schema.registry.ssl.truststore.type", "PEM", "JKS or PKCS12");
    }

    @Test
    void shouldNameATrustStoreThatIsNotThere() {
        config.put("schema.registry.ssl.truststore.location", "nowhere.jks");
        var settings = RegistrySettings.of(config);

        assertThatThrownBy(() -> new RegistryClient(settings))
                .hasMessageContainingAll("schema.registry.ssl.truststore.location", "nowhere.jks");
    }
}
