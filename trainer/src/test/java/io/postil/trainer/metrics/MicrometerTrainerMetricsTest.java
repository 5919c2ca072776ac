package io.postil.trainer.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.postil.schemas.Split;
import io.postil.schemas.Verdict;
import io.postil.service.Metric;
import io.postil.trainer.intake.IntakeMetrics.Ending;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class MicrometerTrainerMetricsTest {
    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final MicrometerTrainerMetrics metrics = new MicrometerTrainerMetrics(registry);

    @Test
    void shouldKeepEveryMetricOfTheCatalogueUnderItsLabels() {
        everythingHappensOnce();

        for (Metric metric : TrainerCatalogue.all()) {
            var meter = registry.get(metric.meter()).meter();
            assertThat(meter.getId().getTags())
                    .extracting(tag -> tag.getKey())
                    .containsExactlyInAnyOrderElementsOf(metric.labels());
        }
    }

    @Test
    void shouldShowTheScoresOfTheLastRunOnly() {
        metrics.runEnded("nli", Verdict.REFUSED, Duration.ofSeconds(3), Map.of("old", 0.1));

        metrics.runEnded("nli", Verdict.PROMOTED, Duration.ofSeconds(3), Map.of("new", 0.2));

        assertThat(registry.get("postil_run_score").gauges())
                .singleElement()
                .satisfies(gauge -> assertThat(gauge.value()).isEqualTo(0.2));
    }

    private void everythingHappensOnce() {
        metrics.correctionRead();
        metrics.correctionEnded(Ending.HELD_OUT);
        metrics.correctionsWaiting(1);
        metrics.exampleWritten(Split.HELD_OUT);
        metrics.runStarted("nli");
        metrics.runEnded("nli", Verdict.REFUSED, Duration.ofSeconds(3), Map.of("accuracy", 0.5));
        metrics.runFailed("nli");
        metrics.lag(() -> 41);
    }
}
