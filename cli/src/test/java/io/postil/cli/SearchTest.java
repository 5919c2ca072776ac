package io.postil.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A search that finds nothing must be one that would have found something. */
class SearchTest {
    private final Search search = new Search("zoë");

    @TempDir
    Path folder;

    @Test
    void shouldFindAWordHoweverItIsWritten() {
        String text = "x" + "zoë was here";

        assertThat(search.in(text.getBytes(StandardCharsets.UTF_8))).isNotEmpty();
        assertThat(search.in(text.getBytes(StandardCharsets.UTF_16LE))).isNotEmpty();
        assertThat(search.in(text.getBytes(StandardCharsets.UTF_16BE))).isNotEmpty();
        assertThat(search.in(("\u0001" + text).getBytes(StandardCharsets.ISO_8859_1)))
                .isEmpty();
    }

    @Test
    void shouldNameTheFile() throws IOException {
        Files.writeString(Files.createDirectories(folder.resolve("deep")).resolve("a"), "of zoë");
        Files.writeString(folder.resolve("b"), "zoë");

        assertThat(search.in(folder, file -> !file.endsWith("b")))
                .singleElement()
                .asString()
                .startsWith(Path.of("deep", "a").toString());
    }
}
