package io.postil.model.store;

import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;

/** The same promises on a file system that is not the machine's own. */
class ZipCheckpointStoreTest extends CheckpointStoreTest {
    private FileSystem zip;

    @Override
    Path root() throws IOException {
        zip = FileSystems.newFileSystem(folder.resolve("store.zip"), Map.of("create", "true"));
        return zip.getPath("/store");
    }

    @AfterEach
    void close() throws IOException {
        zip.close();
    }
}
