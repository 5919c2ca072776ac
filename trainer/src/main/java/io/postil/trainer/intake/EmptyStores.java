package io.postil.trainer.intake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Window stores that nothing was written to. Kafka Streams 4.3 notes in a window store's segments how far the store has read
 * its changelog; a store without a segment has nowhere to note it, and its empty folder alone makes the next start under
 * exactly_once_v2 call the task corrupted, with an error and a stack trace, though it ended in order.
 */
final class EmptyStores {
    private static final String TASK = "\\d+_\\d+";

    private EmptyStores() {}

    /**
     * Deletes the folders of tasks that have such a store; what else they hold is read again from its changelog, as Kafka Streams
     * would do after the error. Nobody else may use the folder meanwhile.
     *
     * @param application the folder of one application in {@code state.dir}; it need not exist
     */
    static void remove(Path application) {
        try {
            for (Path task : children(application)) {
                if (task.getFileName().toString().matches(TASK) && holdsAnEmptyStore(task)) {
                    delete(task);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("trainer.state: " + application + " cannot be tidied", e);
        }
    }

    private static boolean holdsAnEmptyStore(Path task) throws IOException {
        for (Path store : children(task)) {
            if (Files.isDirectory(store) && children(store).isEmpty()) {
                return true;
            }
        }
        return false;
    }

    private static List<Path> children(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> found = Files.list(folder)) {
            return found.toList();
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> found = Files.walk(folder)) {
            for (Path path : found.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
