package io.postil.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsTest {
    private enum Mode {
        AUTO,
        FP32
    }

    private static final Setting<String> BOOTSTRAP = Setting.text("kafka.bootstrap", null, "brokers");
    private static final Setting<Integer> WORKERS = Setting.number("model.workers", 1, 64, 2, "threads");
    private static final Setting<Duration> WAIT = Setting.duration("feedback.wait", "10m", "how long");
    private static final Setting<Mode> MODE = Setting.oneOf("model.mode", Mode.class, Mode.AUTO, "numbers");
    private static final Setting<List<String>> TASKS = Setting.names("tasks", "entities", "which");
    private static final Setting<String> PASSWORD = Setting.text("registry.password", "", "secret");
    private static final Setting<Double> MARGIN = Setting.decimal("gate.margin", 0, 1, 0.05, "margin");
    private static final List<Setting<?>> KNOWN = List.of(BOOTSTRAP, WORKERS, WAIT, MODE, TASKS, PASSWORD, MARGIN);

    @TempDir
    Path folder;

    @Test
    void shouldTakeTheEnvironmentOverTheFileOverTheDefault() throws IOException {
        Path file = file("kafka:\n  bootstrap: file:1\nmodel.workers: 3\ntasks: [dialogue-act, nli]\n");

        Settings settings = read(Optional.of(file), Map.of("POSTIL_KAFKA_BOOTSTRAP", "env:2"));

        assertThat(settings.value(BOOTSTRAP)).isEqualTo("env:2");
        assertThat(settings.value(WORKERS)).isEqualTo(3);
        assertThat(settings.value(WAIT)).isEqualTo(Duration.ofMinutes(10));
        assertThat(settings.value(TASKS)).containsExactly("dialogue-act", "nli");
        assertThat(settings.optional(PASSWORD)).isEmpty();
    }

    @Test
    void shouldNameEveryProblemInOneGo() throws IOException {
        Path file =
                file("model:\n  workers: 0\n  mode: nope\nfeedback.wait: soon\nmodle.workers: 1\ngate.margin: NaN\n");

        assertThatThrownBy(() -> read(Optional.of(file), Map.of()))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("kafka.bootstrap: not set")
                .hasMessageContaining("model.workers: 0 (expected a whole number, 1 to 64")
                .hasMessageContaining("model.mode: nope (expected one of auto, fp32")
                .hasMessageContaining("feedback.wait: soon (expected a duration")
                .hasMessageContaining("gate.margin: NaN")
                .hasMessageContaining("modle.workers: no such setting");
    }

    @Test
    void shouldSayWhereTheFileIsNoYaml() throws IOException {
        Path file = file("a: [1\nb: 2\n");

        assertThatThrownBy(() -> read(Optional.of(file), Map.of("POSTIL_KAFKA_BOOTSTRAP", "b")))
                .hasMessageContaining(file.toString())
                .hasMessageContaining("line ");
    }

    @Test
    void shouldPassOnWhatHasAKnownPrefix() throws IOException {
        Path file = file("kafka:\n  bootstrap: b\n  client:\n    security.protocol: SSL\n");

        Settings settings = read(Optional.of(file), Map.of());

        assertThat(settings.under("kafka.client.")).containsExactly(Map.entry("security.protocol", "SSL"));
    }

    @Test
    void shouldReadDurationsInBothForms() {
        assertThat(WAIT.parser().apply("250ms")).isEqualTo(Duration.ofMillis(250));
        assertThat(WAIT.parser().apply("7d")).isEqualTo(Duration.ofDays(7));
        assertThat(WAIT.parser().apply("PT5M")).isEqualTo(Duration.ofMinutes(5));
    }

    private static Settings read(Optional<Path> file, Map<String, String> environment) {
        return Settings.read(file, environment, KNOWN, List.of("kafka.client."));
    }

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("postil.yaml"), text);
    }
}
