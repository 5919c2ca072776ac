package io.postil.cli.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.postil.model.Numeric;
import io.postil.service.ConfigException;
import io.postil.stream.StreamConfig;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LocalConfigTest {
    private static final LocalFolder FOLDER = new LocalFolder(Path.of("data"));

    @Test
    void shouldTakeSettingsOfTheProcesses() {
        LocalConfig config = config(Map.of("POSTIL_TEXT_MAX", "77", "POSTIL_RUNS_EXAMPLES", "5"));

        assertThat(config.stream().service().longestText()).isEqualTo(77);
        assertThat(config.trainer().service().longestText()).isEqualTo(77);
        assertThat(config.trainer().runs().examples()).isEqualTo(5);
    }

    @Test
    void shouldMeasureNumericModesOnlyWhereItIsAskedTo() {
        StreamConfig usual = config(Map.of()).stream();
        StreamConfig asked = config(Map.of("POSTIL_MODEL_NUMERIC", "auto")).stream();

        assertThat(usual.computing().numeric()).isEqualTo(Numeric.FP32);
        assertThat(asked.computing().numeric()).isEqualTo(Numeric.AUTO);
    }

    @Test
    void shouldSayItselfWhereThingsAre() {
        LocalConfig config = config(Map.of(
                "POSTIL_KAFKA_BOOTSTRAP", "elsewhere:9092",
                "POSTIL_REGISTRY_URL", "http://elsewhere",
                "POSTIL_TOPICS_PREFIX", "other.",
                "POSTIL_KEYS_FILE", "elsewhere",
                "POSTIL_CHECKPOINTS_PATH", "elsewhere",
                "POSTIL_STREAM_STATE", "elsewhere",
                "POSTIL_TRAINER_STATE", "elsewhere"));

        assertThat(config.stream().service())
                .isEqualTo(config(Map.of()).stream().service());
        assertThat(config.stream().streams())
                .isEqualTo(config(Map.of()).stream().streams());
        assertThat(config.stream().topics().prefix()).isEqualTo("postil.");
        assertThat(config.trainer().service())
                .isEqualTo(config(Map.of()).trainer().service());
        assertThat(config.trainer().state())
                .isEqualTo(config(Map.of()).trainer().state());
    }

    @Test
    void shouldRefuseWhatAProcessWouldRefuse() {
        LocalConfig config = config(Map.of("POSTIL_GATE_ALPHA", "much"));

        assertThatThrownBy(config::trainer)
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("gate.alpha: much");
    }

    private static LocalConfig config(Map<String, String> given) {
        return new LocalConfig(FOLDER, new LocalAddresses(1, 2, 3), given);
    }
}
