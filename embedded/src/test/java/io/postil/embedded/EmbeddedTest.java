package io.postil.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedTest {
    private static final Path DISTRIBUTION =
            Path.of(System.getProperty("postil.root"), "embedded", "target", "registry");

    @TempDir
    Path folder;

    @Test
    void shouldGoOnWhereItStopped() throws Exception {
        try (LocalBroker broker = LocalBroker.start(folder, Ports.free());
                Admin admin = admin(broker)) {
            admin.createTopics(List.of(new NewTopic("kept", Optional.of(3), Optional.empty())))
                    .all()
                    .get();
        }

        try (LocalBroker broker = LocalBroker.start(folder, Ports.free());
                Admin admin = admin(broker)) {
            assertThat(admin.listTopics().names().get()).contains("kept");
        }
    }

    @Test
    void shouldKeepSchemaIdsOverARestart() throws Exception {
        String registered;
        try (LocalRegistry registry =
                LocalRegistry.start(DISTRIBUTION, folder, Ports.free()).awaitReady()) {
            registered = register(registry, "first", "\\\"string\\\"") + register(registry, "second", "\\\"int\\\"");
        }

        try (LocalRegistry registry =
                LocalRegistry.start(DISTRIBUTION, folder, Ports.free()).awaitReady()) {
            assertThat(register(registry, "first", "\\\"string\\\"") + register(registry, "second", "\\\"int\\\""))
                    .isEqualTo(registered)
                    .contains("\"id\"");
        }
    }

    @Test
    void shouldEndARegistryThatAKilledParentLeftBehind() {
        LocalRegistry left = LocalRegistry.start(DISTRIBUTION, folder, Ports.free());

        try (LocalRegistry registry =
                LocalRegistry.start(DISTRIBUTION, folder, Ports.free()).awaitReady()) {
            assertThat(ProcessHandle.of(left.pid()).filter(ProcessHandle::isAlive))
                    .isEmpty();
            assertThat(registry.pid()).isNotEqualTo(left.pid());
        }
    }

    @Test
    void shouldNameAPortThatIsTaken() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, java.net.InetAddress.getLoopbackAddress())) {
            assertThatThrownBy(() -> LocalBroker.start(folder, taken.getLocalPort()))
                    .hasMessageContaining("port " + taken.getLocalPort() + " is taken");
        }
    }

    @Test
    void shouldSayWhereTheDistributionWasLookedFor() {
        Path nowhere = folder.resolve("nowhere");

        assertThatThrownBy(() -> LocalRegistry.start(nowhere, folder, Ports.free()))
                .hasMessageContaining(nowhere.toString());
    }

    private static Admin admin(LocalBroker broker) {
        return Admin.create(Map.of("bootstrap.servers", broker.bootstrap()));
    }

    private static String register(LocalRegistry registry, String subject, String schema) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(registry.url() + "/subjects/" + subject + "/versions"))
                .header("Content-Type", "application/vnd.schemaregistry.v1+json")
                .POST(HttpRequest.BodyPublishers.ofString("{\"schema\":\"" + schema + "\"}"))
                .build();
        return HttpClient.newHttpClient()
                .send(request, HttpResponse.BodyHandlers.ofString())
                .body();
    }
}
