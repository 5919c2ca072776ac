package io.postil.trainer.metrics;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import io.postil.schemas.Split;
import io.postil.schemas.Verdict;
import io.postil.service.Metric;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.DoubleSupplier;

/** Keeps the metrics of {@link TrainerCatalogue} in a Micrometer registry. */
public final class MicrometerTrainerMetrics implements TrainerMetrics {
    private final MeterRegistry registry;
    private final AtomicInteger pending = new AtomicInteger();
    private final MultiGauge scores;
    private final Map<String, Map<String, Double>> lastScores = new TreeMap<>();

    public MicrometerTrainerMetrics(MeterRegistry registry) {
        this.registry = registry;
        Gauge.builder(TrainerCatalogue.PENDING.meter(), pending, AtomicInteger::get)
                .description(TrainerCatalogue.PENDING.description())
                .register(registry);
        scores = MultiGauge.builder(TrainerCatalogue.SCORE.meter())
                .description(TrainerCatalogue.SCORE.description())
                .register(registry);
        counter(TrainerCatalogue.READ);
    }

    @Override
    public void correctionRead() {
        counter(TrainerCatalogue.READ).increment();
    }

    @Override
    public void correctionEnded(Ending ending) {
        counter(TrainerCatalogue.ENDED, "ending", word(ending)).increment();
    }

    @Override
    public void correctionsWaiting(int change) {
        pending.addAndGet(change);
    }

    @Override
    public void exampleWritten(Split split) {
        counter(TrainerCatalogue.EXAMPLES, "split", word(split)).increment();
    }

    @Override
    public void lag(DoubleSupplier records) {
        Gauge.builder(TrainerCatalogue.LAG.meter(), records::getAsDouble)
                .description(TrainerCatalogue.LAG.description())
                .register(registry);
    }

    @Override
    public void runStarted(String task) {
        counter(TrainerCatalogue.STARTED, "task", task).increment();
    }

    /** All rows are registered anew, so that a score that the last run lacks is gone. */
    @Override
    public synchronized void runEnded(String task, Verdict verdict, Duration took, Map<String, Double> measured) {
        counter(TrainerCatalogue.ENDED_RUNS, "task", task, "verdict", word(verdict))
                .increment();
        Timer.builder(TrainerCatalogue.SECONDS.meter())
                .description(TrainerCatalogue.SECONDS.description())
                .tag("task", task)
                .register(registry)
                .record(took);
        lastScores.put(task, new TreeMap<>(measured));
        scores.register(rows(), true);
    }

    @Override
    public void runFailed(String task) {
        counter(TrainerCatalogue.FAILED, "task", task).increment();
    }

    private List<MultiGauge.Row<?>> rows() {
        List<MultiGauge.Row<?>> rows = new ArrayList<>();
        lastScores.forEach((task, measured) -> measured.forEach(
                (name, value) -> rows.add(MultiGauge.Row.of(Tags.of("task", task, "score", name), value))));
        return rows;
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    /** Micrometer hands out the counter that it has already, where there is one. */
    private Counter counter(Metric metric, String... tags) {
        return Counter.builder(metric.meter())
                .description(metric.description())
                .tags(tags)
                .register(registry);
    }
}
