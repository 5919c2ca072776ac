package io.postil.starter;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StarterCheckpointsTest {
    @TempDir
    private Path cache;

    private StarterCheckpoints checkpoints;

    @BeforeEach
    void aBaseThatIsUnpacked() throws IOException {
        Path base = Files.createDirectory(cache.resolve("all-MiniLM-L6-v2"));
        Files.writeString(base.resolve("tokenizer.json"), "{}");
        Files.writeString(base.resolve("tokenizer_config.json"), "{}");
        checkpoints = new StarterCheckpoints(new BundledBase(cache));
    }

    @Test
    void shouldUnpackItsOwnModelWhereAnotherReleaseHasUnpackedOne() throws IOException {
        // Given
        Path older = Files.createDirectory(cache.resolve("starter-entities"));
        Files.writeString(older.resolve("adapter_model.safetensors"), "of an older release");

        // When
        Path folder = checkpoints.unpack("entities", cache);

        // Then
        try (InputStream bundled =
                StarterCheckpoints.class.getResourceAsStream("models/entities/adapter_model.safetensors")) {
            assertThat(folder.resolve("adapter_model.safetensors")).hasBinaryContent(bundled.readAllBytes());
        }
    }

    @Test
    void shouldUnpackOnce() throws IOException {
        // Given
        Path first = checkpoints.unpack("nli", cache);
        Files.writeString(first.resolve("README.md"), "touched");

        // When
        Path second = checkpoints.unpack("nli", cache);

        // Then
        assertThat(second).isEqualTo(first);
        assertThat(second.resolve("README.md")).hasContent("touched");
    }
}
