package io.postil.starter.generate;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommittedDataTest {
    private static final Path DATA =
            Path.of(System.getProperty("postil.root"), "starter/src/main/resources/io/postil/starter/data");

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"entities.jsonl", "nli.jsonl"})
    void shouldBeWhatTheGeneratorMakes(String file) throws Exception {
        StarterDataGenerator.main(new String[] {folder.toString()});

        assertThat(folder.resolve(file)).hasSameTextualContentAs(DATA.resolve(file));
    }
}
