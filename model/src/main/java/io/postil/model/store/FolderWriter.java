package io.postil.model.store;

import java.io.IOException;
import java.nio.file.Path;

/** Writes the files of a checkpoint into an empty folder, with {@link java.nio.file.Files} only: the folder may lie anywhere. */
@FunctionalInterface
public interface FolderWriter {

    void write(Path folder) throws IOException;
}
