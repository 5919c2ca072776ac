package io.postil.privacy.seal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;

/** Writes key files that only their owner can read, where the file system knows owners. */
final class KeyFile {
    private static final String HEAD =
            "# Postil keys, one a line; the first seals, all open. Losing a key loses what it sealed.\n";

    private KeyFile() {}

    static void create(Path file, List<String> lines) {
        try {
            write(file, HEAD, lines);
        } catch (FileAlreadyExistsException e) {
            throw new KeyRingException("key file " + file + " exists and is not overwritten", e);
        } catch (IOException e) {
            throw new KeyRingException(
                    "key file " + file + " cannot be written: " + e.getClass().getSimpleName(), e);
        }
    }

    static void replace(Path file, List<String> lines) {
        replace(file, HEAD, lines);
    }

    static void replace(Path file, String head, List<String> lines) {
        var fresh = file.resolveSibling(file.getFileName() + ".new");
        try {
            Files.deleteIfExists(fresh);
            write(fresh, head, lines);
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new KeyRingException(
                    "key file " + file + " cannot be replaced: " + e.getClass().getSimpleName(), e);
        }
    }

    private static void write(Path file, String head, List<String> lines) throws IOException {
        var parent = file.toAbsolutePath().getParent();
        Files.createDirectories(parent);
        var content = ByteBuffer.wrap((head + String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8));
        var options = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        try (var channel = Files.newByteChannel(file, options, ownerOnly(parent))) {
            while (content.hasRemaining()) {
                channel.write(content);
            }
        }
    }

    private static FileAttribute<?>[] ownerOnly(Path folder) throws IOException {
        boolean posix = Files.getFileStore(folder).supportsFileAttributeView("posix");
        var mode = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        return posix ? new FileAttribute<?>[] {mode} : new FileAttribute<?>[0];
    }
}
