package io.postil.testkit;

import org.junit.jupiter.api.AfterEach;

final class FakeRegistryContractTest extends RegistryContract {

    private final FakeRegistry registry = FakeRegistry.start();

    @Override
    String url() {
        return registry.url().toString();
    }

    @AfterEach
    void stop() {
        registry.close();
    }
}
