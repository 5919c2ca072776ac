package io.postil.cli.ops;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.postil.cli.TheCommand;
import io.postil.schemas.Topics;
import io.postil.stream.StreamConfig;
import io.postil.testkit.Repository;
import io.postil.trainer.TrainerConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What can be known of docker-compose.yml without a Docker engine: whatever it names exists. */
final class ComposeTest {
    private final Compose compose = Compose.read();

    @Test
    void shouldRunCommandsThatExist() {
        assertThat(compose.postilServices()).containsExactlyInAnyOrder("topics", "stream", "trainer");
        for (String service : compose.postilServices()) {
            List<String> command = compose.command(service);

            assertThatCode(() -> TheCommand.line().parseArgs(command.toArray(String[]::new)))
                    .as("%s: %s", service, command)
                    .doesNotThrowAnyException();
        }
    }

    @Test
    void shouldGiveTheStreamAConfigurationThatItTakes() {
        Map<String, String> environment = compose.environment("stream");

        var config = StreamConfig.read(Optional.empty(), environment);

        assertThat(config.service().http().port()).isEqualTo(containerPort("stream"));
        assertThat(config.service().http().host()).isEqualTo("0.0.0.0");
        assertThat(List.of(
                        config.service().keys(),
                        config.service().checkpoints(),
                        config.streams().state()))
                .allSatisfy(path -> assertThat(mounts("stream")).anyMatch(mount -> path.startsWith(mount)));
    }

    @Test
    void shouldGiveTheTrainerAConfigurationThatItTakes() {
        Map<String, String> environment = compose.environment("trainer");

        var config = TrainerConfig.read(Optional.empty(), environment);

        assertThat(config.service().http().port()).isEqualTo(containerPort("trainer"));
        assertThat(config.service().http().host()).isEqualTo("0.0.0.0");
        assertThat(List.of(config.service().keys(), config.service().checkpoints(), config.state()))
                .allSatisfy(path -> assertThat(mounts("trainer")).anyMatch(mount -> path.startsWith(mount)));
    }

    @Test
    void shouldSetOnlyVariablesThatAreRead() throws IOException {
        Set<String> read = new TreeSet<>(Variables.ofTheScript());
        read.addAll(Variables.ofStream());
        read.addAll(Variables.ofTrainer());
        read.addAll(Variables.ofCommand(TheCommand.line().getCommandSpec()));
        for (String service : compose.postilServices()) {
            assertThat(compose.environment(service).keySet()).as(service).isSubsetOf(read);
        }
    }

    @Test
    void shouldNameBrokerAndRegistryAsTheyListen() {
        String bootstrap = compose.environment("stream").get("POSTIL_KAFKA_BOOTSTRAP");
        String registry = compose.environment("stream").get("POSTIL_REGISTRY_URL");
        Map<String, String> kafka = compose.environment("kafka");

        assertThat(kafka.get("KAFKA_ADVERTISED_LISTENERS"))
                .contains("INSIDE://" + bootstrap, "OUTSIDE://localhost:9092");
        assertThat(kafka.get("KAFKA_LISTENERS")).contains("INSIDE://:" + after(bootstrap, ':'), "OUTSIDE://:9092");
        assertThat(compose.ports("kafka")).containsExactly("127.0.0.1:9092:9092");
        assertThat(registry).isEqualTo("http://registry:" + containerPort("registry") + "/apis/ccompat/v7");
    }

    @Test
    void shouldPublishEachPortOnceAndOnTheLoopbackInterfaceOnly() {
        List<String> published = compose.services().stream()
                .flatMap(name -> compose.ports(name).stream())
                .toList();

        assertThat(published).allMatch(port -> port.startsWith("127.0.0.1:"));
        assertThat(published.stream().map(port -> port.split(":", -1)[1])).doesNotHaveDuplicates();
    }

    @Test
    void shouldBoundMemoryAndRightsOfEveryService() {
        for (String service : compose.services()) {
            assertThat(compose.service(service).at("mem_limit").text())
                    .as(service)
                    .isNotEmpty();
            assertThat(compose.service(service).at("cap_drop").texts())
                    .as(service)
                    .containsExactly("ALL");
            assertThat(compose.service(service).at("restart").text())
                    .as(service)
                    .isIn("unless-stopped", "no");
        }
    }

    @Test
    void shouldMountWhatExists() {
        List<String> volumes = compose.file().at("volumes").names();
        for (String service : compose.services()) {
            for (String volume : compose.volumes(service)) {
                String source = volume.substring(0, volume.indexOf(':'));

                assertThat(source.startsWith("./") ? exists(source) : volumes.contains(source))
                        .as("%s: %s", service, volume)
                        .isTrue();
            }
        }
    }

    @Test
    void shouldUseTheVersionsOfTheBuild() throws IOException {
        String pom = Files.readString(Repository.root().resolve("pom.xml"));

        assertThat(compose.service("kafka").at("image").text())
                .isEqualTo("apache/kafka:" + first("<kafka.version>([^<]+)", pom));
        assertThat(compose.service("stream").at("image").text())
                .isEqualTo("postil:" + first("<artifactId>postil</artifactId>\\s*<version>([^<]+)", pom));
    }

    @Test
    void shouldLetTheBrokerTakeTheLargestRecord() {
        int largest = Integer.parseInt(compose.environment("kafka").get("KAFKA_MESSAGE_MAX_BYTES"));

        assertThat(largest).isGreaterThanOrEqualTo(Topics.MAX_REQUEST_BYTES);
    }

    private int containerPort(String service) {
        return Integer.parseInt(after(compose.ports(service).get(0), ':'));
    }

    private List<Path> mounts(String service) {
        return compose.volumes(service).stream()
                .map(volume -> Path.of(volume.split(":", -1)[1]))
                .toList();
    }

    private static boolean exists(String path) {
        return Files.exists(Repository.root().resolve(path));
    }

    private static String after(String text, char mark) {
        return text.substring(text.lastIndexOf(mark) + 1);
    }

    private static String first(String regex, String text) {
        Matcher matcher = Pattern.compile(regex).matcher(text);
        assertThat(matcher.find()).as(regex).isTrue();
        return matcher.group(1);
    }
}
