package io.postil.stream.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MicrometerStreamMetricsTest {
    private static final Duration SHORT = Duration.ofMillis(20);

    @Test
    void shouldShowPrometheusEveryMetricOfTheCatalogueByItsName() {
        var registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        var metrics = new MicrometerStreamMetrics(registry);

        sayAll(metrics);

        String page = registry.scrape();
        assertThat(StreamCatalogue.all()).allSatisfy(metric -> assertThat(page)
                .contains("# HELP " + metric.name() + " " + metric.description()));
        assertThat(page.lines().filter(line -> line.startsWith("# TYPE postil_") && !line.contains("_max ")))
                .hasSameSizeAs(StreamCatalogue.all());
    }

    @Test
    void shouldCountDeadLettersByReason() {
        var registry = new SimpleMeterRegistry();
        var metrics = new MicrometerStreamMetrics(registry);

        metrics.dead("BLANK", SHORT);
        metrics.dead("BLANK", SHORT);
        metrics.dead("TOO_LONG", SHORT);

        assertThat(registry.get("postil_utterances_dead")
                        .tag("reason", "BLANK")
                        .counter()
                        .count())
                .isEqualTo(2);
    }

    @Test
    void shouldShowTheLastShareOfPadding() {
        var registry = new SimpleMeterRegistry();
        var metrics = new MicrometerStreamMetrics(registry);

        metrics.padding("nli", 0.5);
        metrics.padding("nli", 0.03);

        assertThat(registry.get("postil_batch_padding_ratio")
                        .tag("task", "nli")
                        .gauge()
                        .value())
                .isEqualTo(0.03);
    }

    @Test
    void shouldForgetAVersionThatNoLongerAnswers() {
        var registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        var metrics = new MicrometerStreamMetrics(registry);

        metrics.serving("nli", "v1", Optional.of("v2"));
        metrics.serving("entities", "e1", Optional.empty());
        metrics.serving("nli", "v2", Optional.empty());

        assertThat(registry.scrape().lines().filter(line -> line.startsWith("postil_model_serving{")))
                .containsExactlyInAnyOrder(
                        "postil_model_serving{role=\"champion\",task=\"entities\",version=\"e1\"} 1.0",
                        "postil_model_serving{role=\"champion\",task=\"nli\",version=\"v2\"} 1.0");
    }

    private static void sayAll(StreamMetrics metrics) {
        metrics.read();
        metrics.annotated(SHORT);
        metrics.dead("BLANK", SHORT);
        metrics.prefetched(true);
        metrics.prefetched(false);
        metrics.batch("nli", 3, SHORT);
        metrics.tokens("nli", 30);
        metrics.padding("nli", 0.03);
        metrics.serving("nli", "v1", Optional.empty());
        metrics.loadFailed("nli");
        metrics.restarted();
        metrics.lag(() -> 41);
    }
}
