package io.postil.model.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.postil.model.CheckpointException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckpointNotesTest {
    @TempDir
    Path folder;

    @Test
    void shouldReadBackWhatWasWritten() throws IOException {
        var notes = new CheckpointNotes(
                "nli",
                128,
                32,
                Map.of("neutral", 0.4),
                1.5,
                "int8",
                Optional.of("v1"),
                Optional.of("abc"),
                Map.of("accuracy", 0.75));
        notes.write(folder);

        assertThat(CheckpointNotes.read(folder)).contains(notes);
    }

    @Test
    void shouldLeaveOutWhatIsNotKnown() throws IOException {
        CheckpointNotes.of("nli", 128, 32).write(folder);

        assertThat(CheckpointNotes.read(folder)).contains(CheckpointNotes.of("nli", 128, 32));
        assertThat(Files.readString(folder.resolve("postil.json"))).doesNotContain("parent");
    }

    @Test
    void shouldFindNoNotesInAFolderFreshFromAHub() {
        assertThat(CheckpointNotes.read(folder)).isEmpty();
    }

    @Test
    void shouldNameTheFieldThatIsWrong() throws IOException {
        Files.writeString(folder.resolve("postil.json"), "{\"task\":\"nli\",\"window\":128,\"stride\":128}");

        assertThatThrownBy(() -> CheckpointNotes.read(folder))
                .isInstanceOf(CheckpointException.class)
                .hasMessageContaining("postil.json: stride: 128");
    }

    @Test
    void shouldNameTheFieldThatIsMissing() throws IOException {
        Files.writeString(folder.resolve("postil.json"), "{\"task\":\"nli\"}");

        assertThatThrownBy(() -> CheckpointNotes.read(folder))
                .isInstanceOf(CheckpointException.class)
                .hasMessageContaining("window");
    }
}
