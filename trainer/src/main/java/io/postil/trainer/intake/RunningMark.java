package io.postil.trainer.intake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file that is there while a process runs, and after it where it did not end in order. */
final class RunningMark {
    private final Path file;

    RunningMark(Path file) {
        this.file = file;
    }

    /** Whether whoever set it last has not removed it. */
    boolean standing() {
        return Files.exists(file);
    }

    void set() {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.writeString(file, "");
        } catch (IOException e) {
            throw new UncheckedIOException("trainer.state: " + file + " cannot be written", e);
        }
    }

    void remove() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException("trainer.state: " + file + " cannot be removed", e);
        }
    }
}
