package io.postil.service;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file that is there while a process runs, and after it where it did not end in order. */
public final class RunningMark {
    private final String setting;
    private final Path file;

    /**
     * A mark in a process's folder.
     *
     * @param setting that says where the folder is, for errors
     */
    public RunningMark(String setting, Path file) {
        this.setting = setting;
        this.file = file;
    }

    /** Whether whoever set it last has not removed it. */
    public boolean standing() {
        return Files.exists(file);
    }

    public void set() {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.writeString(file, "");
        } catch (IOException e) {
            throw new UncheckedIOException(setting + ": " + file + " cannot be written", e);
        }
    }

    public void remove() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(setting + ": " + file + " cannot be removed", e);
        }
    }
}
