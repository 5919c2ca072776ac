package io.postil.cli.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.postil.cli.TheCommand;
import io.postil.testkit.Repository;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine.MissingParameterException;

/** What the pages tell people to type, and where they send them, exists. */
final class PagesTest {
    private static final List<String> CONNECTION =
            List.of("--bootstrap", "localhost:9092", "--registry", "http://localhost:8081");

    @ParameterizedTest
    @MethodSource("pages")
    void shouldShowCommandsThatParse(Page page) {
        for (String line : page.shell()) {
            ShellLine.arguments(line).ifPresent(arguments -> assertThatCode(() -> parse(arguments))
                    .as("%s: %s", page.name(), line)
                    .doesNotThrowAnyException());
        }
    }

    @ParameterizedTest
    @MethodSource("pages")
    void shouldMentionCommandsThatExist(Page page) {
        for (String line : page.mentioned()) {
            List<String> arguments = ShellLine.arguments(line).orElseThrow();

            assertThatCode(() -> parseUnfinished(arguments))
                    .as("%s: %s", page.name(), line)
                    .doesNotThrowAnyException();
        }
    }

    @ParameterizedTest
    @MethodSource("pages")
    void shouldLinkToWhatExists(Page page) {
        Path folder = Repository.root().resolve(page.name()).getParent();
        for (String link : page.links()) {
            if (!link.matches("[a-z]+:.*")) {
                String[] parts = link.split("#", 2);
                Path target = parts[0].isEmpty() ? Repository.root().resolve(page.name()) : folder.resolve(parts[0]);

                assertThat(Files.exists(target)).as("%s: %s", page.name(), link).isTrue();
                assertThat(parts.length == 1 || anchors(target).contains(parts[1]))
                        .as("%s: %s", page.name(), link)
                        .isTrue();
            }
        }
    }

    static Stream<Page> pages() {
        return Page.all().stream();
    }

    private static void parse(List<String> arguments) {
        TheCommand.line()
                .parseArgs(arguments.stream()
                        .flatMap(word -> word.equals("CONNECTION") ? CONNECTION.stream() : Stream.of(word))
                        .toArray(String[]::new));
    }

    /** A sentence may leave out what a command needs. */
    private static void parseUnfinished(List<String> arguments) {
        try {
            parse(arguments);
        } catch (MissingParameterException e) {
            assertThat(e.getMissing()).isNotEmpty();
        }
    }

    private static java.util.Set<String> anchors(Path target) {
        return Page.read(Repository.root().relativize(target.normalize()).toString())
                .anchors();
    }
}
