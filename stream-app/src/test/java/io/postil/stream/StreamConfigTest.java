package io.postil.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.postil.privacy.policy.Policy;
import io.postil.service.ConfigException;
import io.postil.service.Setting;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StreamConfigTest {
    private static final Map<String, String> REQUIRED = Map.of(
            "POSTIL_KAFKA_BOOTSTRAP", "localhost:9092",
            "POSTIL_REGISTRY_URL", "http://localhost:8080",
            "POSTIL_CHECKPOINTS_PATH", "store",
            "POSTIL_KEYS_FILE", "keys");

    @TempDir
    Path folder;

    @Test
    void shouldHaveDefaultsForAllThatIsNotAPlace() {
        StreamConfig config = StreamConfig.read(Optional.empty(), REQUIRED);

        assertThat(config.tasks()).containsExactly("dialogue-act", "entities", "nli");
        assertThat(config.limits().text()).isEqualTo(1_000_000);
        assertThat(config.streams().commit()).isEqualTo(Duration.ofMillis(100));
        assertThat(config.streams().instance()).isNotBlank();
        assertThat(config.topics().utterances().name()).isEqualTo("postil.utterances");
    }

    @Test
    void shouldPassOnWhatSecuresTheClients() throws IOException {
        Path file = Files.writeString(folder.resolve("stream.yml"), """
                kafka:
                  client:
                    security.protocol: SASL_SSL
                registry:
                  client:
                    basic.auth.user.info: a:b
                """);

        StreamConfig config = StreamConfig.read(Optional.of(file), REQUIRED);

        assertThat(new KafkaClients(config).rollouts())
                .containsEntry("security.protocol", "SASL_SSL")
                .containsEntry("bootstrap.servers", "localhost:9092")
                .containsEntry("isolation.level", "read_committed");
        assertThat(config.service().registry().serdes())
                .containsEntry("basic.auth.user.info", "a:b")
                .containsEntry("schema.registry.url", "http://localhost:8080");
    }

    @Test
    void shouldNameEveryProblem() {
        Map<String, String> environment = Map.of("POSTIL_TEXT_MAX", "many", "POSTIL_STREAM_THREADS", "0");

        assertThatThrownBy(() -> StreamConfig.read(Optional.empty(), environment))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("kafka.bootstrap: not set")
                .hasMessageContaining("text.max: many")
                .hasMessageContaining("stream.threads: 0");
    }

    @Test
    void shouldMaskByTheDefaultPolicyUnlessToldOtherwise() throws IOException {
        Path file = Files.writeString(folder.resolve("policy.yml"), "others: hash");

        assertThat(StreamConfig.read(Optional.empty(), REQUIRED).policy()).isEqualTo(Policy.standard());
        assertThat(StreamConfig.read(Optional.empty(), with("POSTIL_MASKING_POLICY", file.toString()))
                        .policy()
                        .keyed())
                .containsExactly("hash");
    }

    @Test
    void shouldNameEveryProblemOfThePolicy() throws IOException {
        Path file = Files.writeString(folder.resolve("policy.yml"), "others: scramble\nrepeat: true");

        assertThatThrownBy(() -> StreamConfig.read(Optional.empty(), with("POSTIL_MASKING_POLICY", file.toString())))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("masking.policy: " + file + ": others.operator: scramble")
                .hasMessageContaining("masking.policy: " + file + ": repeat");
    }

    @Test
    void shouldRefuseAPolicyThatIsNotThere() {
        assertThatThrownBy(() -> StreamConfig.read(Optional.empty(), with("POSTIL_MASKING_POLICY", "nowhere.yml")))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("masking.policy: nowhere.yml: no such file");
    }

    @Test
    void shouldRefuseATaskNamedTwice() {
        assertThatThrownBy(() -> StreamConfig.read(Optional.empty(), with("POSTIL_TASKS", "nli,nli")))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("tasks: [nli, nli]");
    }

    @Test
    void shouldRefuseATransactionShorterThanTheCommitInterval() {
        assertThatThrownBy(() -> StreamConfig.read(Optional.empty(), with("POSTIL_STREAM_COMMIT_INTERVAL", "1m")))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("stream.transaction-timeout");
    }

    @Test
    void shouldDescribeEverySettingOnce() {
        assertThat(StreamSettings.all()).extracting(Setting::key).doesNotHaveDuplicates();
        assertThat(StreamSettings.all()).extracting(Setting::description).noneMatch(String::isBlank);
    }

    private static Map<String, String> with(String name, String value) {
        Map<String, String> environment = new HashMap<>(REQUIRED);
        environment.put(name, value);
        return environment;
    }
}
