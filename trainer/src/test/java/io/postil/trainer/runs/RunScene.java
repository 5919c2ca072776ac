package io.postil.trainer.runs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A run loop among fakes; after each test no attempt is left open. */
abstract class RunScene {
    RunWorld world;

    @BeforeEach
    void begin(@TempDir Path store) {
        world = new RunWorld(store);
    }

    @AfterEach
    void everyAttemptIsClosed() {
        assertThat(world.attempts.open).isZero();
    }
}
