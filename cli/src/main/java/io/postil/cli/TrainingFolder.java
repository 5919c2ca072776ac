package io.postil.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;

/**
 * Where a training writes: beside the output, until all is there; then the output appears in one step.
 *
 * @param unfinished holds the state of the training and what is written of its result
 */
record TrainingFolder(Path output, Path unfinished) {

    /** @throws UsageException if the output is there already and is not empty */
    static TrainingFolder of(Path output) throws IOException {
        if (Files.exists(output) && !isEmptyFolder(output)) {
            throw new UsageException("--output: " + output + " is there already (expected an empty folder, or none)");
        }
        Path absolute = output.toAbsolutePath().normalize();
        return new TrainingFolder(absolute, absolute.resolveSibling(absolute.getFileName() + ".unfinished"));
    }

    private static boolean isEmptyFolder(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return false;
        }
        try (var files = Files.list(folder)) {
            return files.findAny().isEmpty();
        }
    }

    /** An empty folder for the result. */
    Path begin() throws IOException {
        Path result = unfinished.resolve("result");
        delete(result);
        return Files.createDirectories(result);
    }

    /** Puts the result in its place, and removes the state. */
    void finish() throws IOException {
        Files.deleteIfExists(output);
        Files.move(unfinished.resolve("result"), output, StandardCopyOption.ATOMIC_MOVE);
        delete(unfinished);
    }

    private static void delete(Path folder) throws IOException {
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
}
