package io.postil.testkit;

import java.nio.file.Files;
import java.nio.file.Path;

/** Where the sources are, for tests that read or check files of the repository. */
public final class Repository {

    private Repository() {}

    /**
     * The root: the system property {@code postil.root}, else the nearest folder upwards that has {@code schemas} and {@code
     * pom.xml} in it.
     */
    public static Path root() {
        String named = System.getProperty("postil.root");
        return named == null ? upwards(Path.of("").toAbsolutePath()) : Path.of(named);
    }

    private static Path upwards(Path start) {
        for (Path folder = start; folder != null; folder = folder.getParent()) {
            if (Files.isDirectory(folder.resolve("schemas")) && Files.isRegularFile(folder.resolve("pom.xml"))) {
                return folder;
            }
        }
        throw new IllegalStateException(
                "no repository above " + start + " (expected a folder with schemas and pom.xml)");
    }
}
