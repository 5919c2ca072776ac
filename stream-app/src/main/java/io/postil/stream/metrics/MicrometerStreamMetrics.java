package io.postil.stream.metrics;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import io.postil.service.Metric;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.DoubleSupplier;

/** Keeps the metrics of {@link StreamCatalogue} in a Micrometer registry. */
public final class MicrometerStreamMetrics implements StreamMetrics {
    private final MeterRegistry registry;
    private final Counter read;
    private final Counter annotated;
    private final Counter hits;
    private final Counter misses;
    private final Counter restarts;
    private final Timer latency;
    private final Timer masking;
    private final Map<String, AtomicReference<Double>> padding = new ConcurrentHashMap<>();
    private final MultiGauge serving;
    private final Map<String, List<MultiGauge.Row<?>>> versions = new TreeMap<>();

    public MicrometerStreamMetrics(MeterRegistry registry) {
        this.registry = registry;
        read = counter(StreamCatalogue.READ);
        annotated = counter(StreamCatalogue.ANNOTATED);
        hits = counter(StreamCatalogue.HITS);
        misses = counter(StreamCatalogue.MISSES);
        restarts = counter(StreamCatalogue.RESTARTS);
        latency = Timer.builder(StreamCatalogue.LATENCY.meter())
                .description(StreamCatalogue.LATENCY.description())
                .publishPercentiles(0.5, 0.95, 0.99)
                .register(registry);
        masking = Timer.builder(StreamCatalogue.MASKING.meter())
                .description(StreamCatalogue.MASKING.description())
                .register(registry);
        serving = MultiGauge.builder(StreamCatalogue.SERVING.meter())
                .description(StreamCatalogue.SERVING.description())
                .register(registry);
    }

    @Override
    public void read() {
        read.increment();
    }

    @Override
    public void annotated(Duration latency) {
        annotated.increment();
        this.latency.record(latency);
    }

    @Override
    public void dead(String reason, Duration latency) {
        counter(StreamCatalogue.DEAD, "reason", reason).increment();
        this.latency.record(latency);
    }

    @Override
    public void masked(Duration took) {
        masking.record(took);
    }

    @Override
    public void prefetched(boolean hit) {
        (hit ? hits : misses).increment();
    }

    @Override
    public void batch(String task, int inputs, Duration took) {
        DistributionSummary.builder(StreamCatalogue.BATCH_INPUTS.meter())
                .description(StreamCatalogue.BATCH_INPUTS.description())
                .tag("task", task)
                .register(registry)
                .record(inputs);
        Timer.builder(StreamCatalogue.BATCH_TIME.meter())
                .description(StreamCatalogue.BATCH_TIME.description())
                .tag("task", task)
                .register(registry)
                .record(took);
    }

    @Override
    public void tokens(String task, int tokens) {
        counter(StreamCatalogue.TOKENS, "task", task).increment(tokens);
    }

    @Override
    public void padding(String task, double share) {
        padding.computeIfAbsent(task, this::gauge).set(share);
    }

    private AtomicReference<Double> gauge(String task) {
        var value = new AtomicReference<>(0.0);
        Gauge.builder(StreamCatalogue.PADDING.meter(), value::get)
                .description(StreamCatalogue.PADDING.description())
                .tag("task", task)
                .register(registry);
        return value;
    }

    /** All rows are registered anew: the gauge of a version that no longer answers must go. */
    @Override
    public synchronized void serving(String task, String champion, Optional<String> challenger) {
        List<MultiGauge.Row<?>> rows = new ArrayList<>();
        rows.add(row(task, champion, "champion"));
        challenger.ifPresent(version -> rows.add(row(task, version, "challenger")));
        versions.put(task, rows);
        serving.register(versions.values().stream().flatMap(List::stream).toList(), true);
    }

    @Override
    public void loadFailed(String task) {
        counter(StreamCatalogue.LOAD_FAILURES, "task", task).increment();
    }

    @Override
    public void restarted() {
        restarts.increment();
    }

    @Override
    public void lag(DoubleSupplier records) {
        Gauge.builder(StreamCatalogue.LAG.meter(), records::getAsDouble)
                .description(StreamCatalogue.LAG.description())
                .register(registry);
    }

    private static MultiGauge.Row<?> row(String task, String version, String role) {
        return MultiGauge.Row.of(Tags.of("task", task, "version", version, "role", role), 1);
    }

    /** Micrometer hands out the counter that it has already, where there is one. */
    private Counter counter(Metric metric, String... tags) {
        return Counter.builder(metric.meter())
                .description(metric.description())
                .tags(tags)
                .register(registry);
    }
}
