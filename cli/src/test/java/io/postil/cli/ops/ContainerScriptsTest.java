package io.postil.cli.ops;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.postil.privacy.seal.KeyRing;
import io.postil.service.Health;
import io.postil.service.OpsServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The shell within docker-compose.yml, run as a container would run it. */
final class ContainerScriptsTest {
    private final Compose compose = Compose.read();

    @TempDir
    private Path folder;

    @Test
    void shouldMakeAKeyFileThatItsOwnerAloneCanRead() throws Exception {
        Path file = folder.resolve("postil.keys");

        int code = run(keyScript(), Map.of("POSTIL_KEYS_FILE", file.toString()));

        assertThat(code).isZero();
        assertThat(KeyRing.read(file).ids()).hasSize(1);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void shouldLeaveAKeyFileThatIsThereAsItIs() throws Exception {
        Path file = folder.resolve("postil.keys");
        KeyRing.generate(file);
        String before = Files.readString(file);

        int code = run(keyScript(), Map.of("POSTIL_KEYS_FILE", file.toString()));

        assertThat(code).isZero();
        assertThat(Files.readString(file)).isEqualTo(before);
    }

    @Test
    void shouldFindAProcessHealthyThatIsUp() throws Exception {
        assertThat(healthCheckOf(Health.up(Map.of()))).isZero();
    }

    @Test
    void shouldFindAProcessUnhealthyThatIsDown() throws Exception {
        assertThat(healthCheckOf(Health.down("no model"))).isNotZero();
    }

    private int healthCheckOf(Health health) throws IOException, InterruptedException {
        var metrics = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        try (OpsServer server = OpsServer.start("localhost", 0, metrics, Map.of("stream", () -> health))) {
            String published = compose.environment("stream").get("POSTIL_HTTP_PORT");
            String port = Integer.toString(server.url().getPort());
            List<String> test =
                    compose.service("stream").at("healthcheck").at("test").texts();
            List<String> command = test.subList(1, test.size()).stream()
                    .map(word -> word.replace("/" + published + " ", "/" + port + " "))
                    .toList();
            return run(command, Map.of());
        }
    }

    private List<String> keyScript() {
        List<String> command =
                new ArrayList<>(compose.service("keys").at("entrypoint").texts());
        command.addAll(compose.command("keys"));
        return command;
    }

    /** Compose writes a dollar as two, so that it does not take it for a variable of its own. */
    private int run(List<String> command, Map<String, String> environment) throws IOException, InterruptedException {
        var process = new ProcessBuilder(
                        command.stream().map(word -> word.replace("$$", "$")).toList())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("output").toFile());
        process.environment().putAll(environment);
        return process.start().waitFor();
    }
}
