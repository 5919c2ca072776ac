package io.postil.model;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;

/** What other libraries answer, in a folder beside the repository or where the property {@code postil.shared} says. */
public final class Golden {

    private Golden() {}

    /** A file or folder of it; a test that asks for one that is not there is skipped. */
    public static Path of(String name) {
        Path found = Path.of(
                        System.getProperty("postil.shared", System.getProperty("postil.root", "..") + "/../shared"))
                .resolve("golden")
                .resolve(name);
        assumeTrue(Files.exists(found), () -> "skipped: there is no " + found);
        return found;
    }
}
