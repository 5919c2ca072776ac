package io.postil.cli.ops;

import static org.assertj.core.api.Assertions.assertThat;

import io.postil.testkit.Repository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What can be known of the Dockerfile without a Docker engine. */
final class DockerfileTest {
    private final Compose compose = Compose.read();
    private final String dockerfile = text("Dockerfile");

    @Test
    void shouldHaveTheStagesThatComposeBuilds() {
        List<String> built = compose.services().stream()
                .map(compose::target)
                .filter(target -> !target.isEmpty())
                .distinct()
                .toList();

        assertThat(groups("(?m)^FROM \\S+ AS (\\S+)$")).containsAll(built).contains("build", "base");
    }

    @Test
    void shouldCopyWhatTheRepositoryHoldsOrTheBuildMakes() {
        assertThat(text("postil")).contains("cli/target/lib/*", "cli/target/built");
        assertThat(text("embedded/pom.xml")).contains("${project.build.directory}/registry");
        List<String> made = List.of("cli/target/lib", "embedded/target/registry");

        for (String source : groups("/src/(\\S+)")) {
            assertThat(made.contains(source) || Files.exists(root(source)))
                    .as(source)
                    .isTrue();
        }
    }

    @Test
    void shouldMakeEveryFolderThatAVolumeIsMountedOn() {
        String made = groups("mkdir -p ([^\\\\]+)").get(0);
        for (String service : List.of("registry", "keys", "stream", "trainer")) {
            assertThat(compose.volumes(service)).isNotEmpty().allSatisfy(volume -> assertThat(made.split("\\s+"))
                    .contains(volume.split(":", -1)[1]));
        }
    }

    @Test
    void shouldNotRunAsRoot() {
        assertThat(dockerfile.lastIndexOf("USER ")).isEqualTo(dockerfile.indexOf("USER postil"));
        assertThat(groups("(?m)^FROM (\\S+) AS (?:postil|registry)$")).containsOnly("base");
    }

    @Test
    void shouldListenWhereComposeAsks() {
        assertThat(groups("EXPOSE (\\d+)")).containsExactly("8080", "9404");
        assertThat(groups("HTTP_PORT=(\\d+)")).containsExactly("8080");
        for (String service : List.of("registry", "stream", "trainer")) {
            String port = compose.ports(service).get(0).split(":", -1)[2];
            List<String> test =
                    compose.service(service).at("healthcheck").at("test").texts();

            assertThat(String.join(" ", test)).as(service).contains("/dev/tcp/127.0.0.1/" + port + " ");
        }
    }

    private List<String> groups(String regex) {
        return Pattern.compile(regex)
                .matcher(dockerfile)
                .results()
                .map((MatchResult match) -> match.group(1).strip())
                .toList();
    }

    private static Path root(String name) {
        return Repository.root().resolve(name);
    }

    private static String text(String name) {
        try {
            return Files.readString(root(name));
        } catch (IOException e) {
            throw new AssertionError(name + " cannot be read", e);
        }
    }
}
