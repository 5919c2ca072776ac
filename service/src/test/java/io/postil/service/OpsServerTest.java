package io.postil.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OpsServerTest {
    private final PrometheusMeterRegistry metrics = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);

    @Test
    void shouldShowMetricsAsPrometheusText() throws Exception {
        metrics.counter("postil_utterances_total").increment(3);
        try (OpsServer server = OpsServer.start("localhost", 0, metrics, Map.of())) {
            HttpResponse<String> answer = get(server, "/metrics");

            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body()).contains("postil_utterances_total 3.0");
        }
    }

    @Test
    void shouldBeAsHealthyAsItsWorstPart() throws Exception {
        try (OpsServer server = OpsServer.start(
                "localhost",
                0,
                metrics,
                Map.of("stream", () -> Health.up(Map.of()), "trainer", () -> Health.down("fenced")))) {
            HttpResponse<String> answer = get(server, "/health");

            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(answer.body()).contains("\"status\":\"DOWN\"").contains("fenced");
        }
    }

    @Test
    void shouldKnowNoOtherPath() throws Exception {
        try (OpsServer server = OpsServer.start("localhost", 0, metrics, Map.of())) {
            assertThat(get(server, "/metrics/else").statusCode()).isEqualTo(404);
            assertThat(get(server, "/").statusCode()).isEqualTo(404);
        }
    }

    private static HttpResponse<String> get(OpsServer server, String path) throws IOException, InterruptedException {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(server.url() + path)).build(),
                        HttpResponse.BodyHandlers.ofString());
    }
}
