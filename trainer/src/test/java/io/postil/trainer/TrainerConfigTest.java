package io.postil.trainer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.postil.service.ConfigException;
import io.postil.service.Setting;
import io.postil.trainer.challenge.LearningSettings;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TrainerConfigTest {
    private static final Map<String, String> REQUIRED = Map.of(
            "POSTIL_KAFKA_BOOTSTRAP", "localhost:9092",
            "POSTIL_REGISTRY_URL", "http://localhost:8080",
            "POSTIL_CHECKPOINTS_PATH", "store",
            "POSTIL_KEYS_FILE", "keys");

    @Test
    void shouldLearnAsUsualUnlessToldOtherwise() {
        assertThat(read(Map.of()).learning()).isEqualTo(LearningSettings.usual());
    }

    @Test
    void shouldLearnAsTold() {
        var learning = read(Map.of(
                        "POSTIL_LEARNING_EPOCHS", "5",
                        "POSTIL_LEARNING_RATE", "1e-5",
                        "POSTIL_LEARNING_REPLAY", "0",
                        "POSTIL_GATE_ALPHA", "0.01",
                        "POSTIL_GATE_LEAK_MARGIN", "0"))
                .learning();

        assertThat(learning.epochs()).isEqualTo(5);
        assertThat(learning.learningRate()).isEqualTo(1e-5);
        assertThat(learning.replay()).isZero();
        assertThat(learning.gate().alpha()).isEqualTo(0.01);
        assertThat(learning.gate().leakMargin()).isZero();
    }

    @Test
    void shouldNameEveryProblem() {
        assertThatThrownBy(() -> read(Map.of(
                        "POSTIL_LEARNING_RATE", "0",
                        "POSTIL_LEARNING_SHARE", "1",
                        "POSTIL_GATE_LEAK_MARGIN", "0.2",
                        "POSTIL_FEEDBACK_WINDOW", "0s",
                        "POSTIL_RUNS_QUIET", "-PT5S")))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("learning.rate: 0 (expected a number, 0.0000001 to 0.1")
                .hasMessageContaining("learning.share: 1 ")
                .hasMessageContaining("gate.leak-margin: 0.2 ")
                .hasMessageContaining("feedback.window: 0s (expected a duration such as 30s or 10m, more than 0")
                .hasMessageContaining("runs.quiet: -PT5S");
    }

    @Test
    void shouldRefuseAPrefixThatNoTopicCanHave() {
        assertThatThrownBy(() -> read(Map.of("POSTIL_TOPICS_PREFIX", "a/b")))
                .isInstanceOf(ConfigException.class)
                .hasMessageStartingWith("topics.prefix: ");
    }

    @Test
    void shouldDescribeEverySettingOnce() {
        assertThat(TrainerSettings.all()).extracting(Setting::key).doesNotHaveDuplicates();
        assertThat(TrainerSettings.all()).extracting(Setting::description).noneMatch(String::isBlank);
    }

    private static TrainerConfig read(Map<String, String> settings) {
        Map<String, String> environment = new HashMap<>(REQUIRED);
        environment.putAll(settings);
        return TrainerConfig.read(Optional.empty(), environment);
    }
}
