package io.postil.cli.ops;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.postil.schemas.Split;
import io.postil.schemas.Verdict;
import io.postil.service.Metric;
import io.postil.stream.metrics.MicrometerStreamMetrics;
import io.postil.stream.metrics.StreamCatalogue;
import io.postil.stream.metrics.StreamMetrics;
import io.postil.trainer.intake.IntakeMetrics.Ending;
import io.postil.trainer.metrics.MicrometerTrainerMetrics;
import io.postil.trainer.metrics.TrainerCatalogue;
import io.postil.trainer.metrics.TrainerMetrics;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What a scrape finds is what the catalogues say, name by name: Prometheus has its own mind about some endings. */
final class MetricsExportTest {
    private static final Pattern SERIES = Pattern.compile("(?m)^(postil_[a-z_]+)");

    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);

    @Test
    void shouldExportTheStreamsCatalogue() {
        StreamMetrics metrics = new MicrometerStreamMetrics(registry);

        metrics.read();
        metrics.annotated(Duration.ofMillis(5));
        metrics.dead("BLANK", Duration.ofMillis(5));
        metrics.prefetched(true);
        metrics.prefetched(false);
        metrics.batch("nli", 3, Duration.ofMillis(5));
        metrics.tokens("nli", 30);
        metrics.padding("nli", 0.02);
        metrics.serving("nli", "v1", Optional.of("v2"));
        metrics.loadFailed("nli");
        metrics.restarted();
        metrics.lag(() -> 41);

        assertThat(scraped()).isEqualTo(series(StreamCatalogue.all()));
    }

    @Test
    void shouldExportTheTrainersCatalogue() {
        TrainerMetrics metrics = new MicrometerTrainerMetrics(registry);

        metrics.correctionRead();
        metrics.correctionEnded(Ending.ACCEPTED);
        metrics.correctionsWaiting(1);
        metrics.exampleWritten(Split.TRAIN);
        metrics.runStarted("nli");
        metrics.runEnded("nli", Verdict.PROMOTED, Duration.ofSeconds(5), Map.of("accuracy", 0.9));
        metrics.runFailed("nli");
        metrics.lag(() -> 41);

        assertThat(scraped()).isEqualTo(series(TrainerCatalogue.all()));
    }

    private Set<String> scraped() {
        return SERIES.matcher(registry.scrape())
                .results()
                .map(match -> match.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** A timer or summary has a series of its own name only where it has quantiles. */
    private Set<String> series(List<Metric> metrics) {
        Set<String> series = metrics.stream().flatMap(Metrics::series).collect(Collectors.toCollection(TreeSet::new));
        series.removeIf(name -> series.contains(name + "_count") && !scraped().contains(name));
        return series;
    }
}
