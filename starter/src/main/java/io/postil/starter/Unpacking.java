package io.postil.starter;

import io.postil.model.store.FolderWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Makes a folder appear whole or not at all, whoever else makes it at the same time. */
final class Unpacking {
    private Unpacking() {}

    static Path into(Path folder, FolderWriter writer) {
        try {
            Files.createDirectories(folder.toAbsolutePath().getParent());
            Path draft = Files.createTempDirectory(folder.toAbsolutePath().getParent(), ".unpacking-");
            try {
                writer.write(draft);
                Files.move(draft, folder, StandardCopyOption.ATOMIC_MOVE);
            } catch (FileAlreadyExistsException | DirectoryNotEmptyException e) {
                delete(draft); // another process was faster
            }
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(folder + " cannot be written", e);
        }
    }

    private static void delete(Path draft) throws IOException {
        List<Path> files;
        try (Stream<Path> walk = Files.walk(draft)) {
            files = walk.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path file : files) {
            Files.delete(file);
        }
    }
}
