package io.postil.model.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;

/** What the store does to folders. */
final class Folders {

    private Folders() {}

    /** The files below a folder, in subfolders too. */
    static List<Path> files(Path folder) throws IOException {
        try (var paths = Files.walk(folder)) {
            return paths.filter(Files::isRegularFile).toList();
        }
    }

    /** Removes a folder with what is in it; does nothing where there is none. */
    static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        List<Path> deepestFirst;
        try (var paths = Files.walk(folder)) {
            deepestFirst = paths.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path path : deepestFirst) {
            Files.delete(path);
        }
    }

    /** Waits until the files of a folder, and the entries of the folders up to the root, are on the disk. */
    static void force(Path folder, Path root) throws IOException {
        for (Path file : files(folder)) {
            forceFile(file);
        }
        for (Path above = folder; above != null && above.startsWith(root); above = above.getParent()) {
            forceFolder(above);
        }
    }

    static void forceFile(Path file) throws IOException {
        if (isOnDisk(file)) {
            try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
                channel.force(true);
            }
        }
    }

    /** Only POSIX systems let a folder be opened. */
    static void forceFolder(Path folder) throws IOException {
        if (isOnDisk(folder)
                && folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }

    static boolean isOnDisk(Path path) {
        return path.getFileSystem().equals(FileSystems.getDefault());
    }
}
