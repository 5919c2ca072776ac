package io.postil.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ClassArchiveTest {
    private static final String USE = "-XX:SharedArchiveFile=";

    @TempDir
    private Path folder;

    private ClassArchive archive;

    @BeforeEach
    void besideAProgram() {
        archive = new ClassArchive(folder.resolve("program.jar"));
    }

    @Test
    void shouldUseWhatWasWrittenInOrder() throws IOException {
        write();

        archive.keep();

        assertThat(archive.use()).startsWith(USE);
        assertThat(Path.of(archive.use().substring(USE.length())))
                .hasContent("classes")
                .hasParent(folder);
    }

    @Test
    void shouldNotUseWhatAKilledProgramMayHaveHalfWritten() throws IOException {
        write();

        assertThat(archive.use()).isEqualTo("-Xshare:auto");
    }

    @Test
    void shouldSayWhereNothingCouldBeKept() {
        assertThatThrownBy(archive::keep)
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("program.jar");
    }

    private void write() throws IOException {
        Files.writeString(Path.of(archive.write().substring("-XX:ArchiveClassesAtExit=".length())), "classes");
    }
}
