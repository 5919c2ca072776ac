package io.postil.cli.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ShellLineTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '%',
            value = {
                "./postil local --no-feed  # no sample; local|--no-feed",
                "echo 'a b' | ./postil mask --input -; mask|--input|-",
                "./postil rollout rollback nli --reason 'too eager' > out.json; rollout|rollback|nli|--reason|too eager",
                "docker compose run --rm postil-x local; %%",
                "mvn verify; %%"
            })
    void shouldFindTheArgumentsOfPostil(String line, String expected) {
        List<String> found = ShellLine.arguments(line).orElse(List.of());

        assertThat(String.join("|", found)).isEqualTo(expected);
    }
}
