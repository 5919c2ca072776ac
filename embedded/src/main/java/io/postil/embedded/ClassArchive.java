package io.postil.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * The classes of a program as the virtual machine lays them out in memory (class-data sharing), so that they are not read and
 * verified anew at each start. Lies beside the program. Each version of the virtual machine has its own, and passes over one
 * that does not fit the program.
 */
final class ClassArchive {
    private final Path file;
    private final Path beingWritten;

    ClassArchive(Path jar) {
        file = jar.resolveSibling(jar.getFileName() + "-" + System.getProperty("java.vm.version") + ".jsa");
        beingWritten = file.resolveSibling(file.getFileName() + ".new");
    }

    /** An option for a virtual machine that shall start with the archive, where there is one. */
    String use() {
        return Files.exists(file) ? "-XX:SharedArchiveFile=" + file : "-Xshare:auto";
    }

    /** An option for a virtual machine that shall write the archive when it ends. */
    String write() {
        return "-XX:ArchiveClassesAtExit=" + beingWritten;
    }

    /** The virtual machine that was to write has ended in order; one that was killed may have written a half. */
    void keep() {
        try {
            Files.move(beingWritten, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException("the classes cannot be kept in " + file, e);
        }
    }
}
