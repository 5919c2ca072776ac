package io.postil.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunningMarkTest {
    @TempDir
    private Path folder;

    @Test
    void shouldStandUntilItIsRemoved() {
        assertThat(mark().standing()).isFalse();

        mark().set();
        assertThat(mark().standing()).isTrue();
        mark().set();
        mark().remove();

        assertThat(mark().standing()).isFalse();
    }

    @Test
    void shouldBeRemovedTwiceWithoutHarm() {
        mark().remove();

        assertThat(mark().standing()).isFalse();
    }

    private RunningMark mark() {
        return new RunningMark("trainer.state", folder.resolve("new").resolve("running"));
    }
}
