package io.postil.testkit;

import io.postil.embedded.LocalRegistry;
import io.postil.embedded.Ports;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;

@Tag("broker")
final class ApicurioContractTest extends RegistryContract {

    @TempDir
    private static Path folder;

    private static LocalRegistry registry;

    @BeforeAll
    static void start() {
        Path distribution = Repository.root().resolve("embedded/target/registry");
        registry = LocalRegistry.start(distribution, folder, Ports.free()).awaitReady();
    }

    @AfterAll
    static void stop() {
        registry.close();
    }

    @Override
    String url() {
        return registry.url().toString();
    }
}
