package io.postil.cli.ops;

import io.postil.service.Metric;
import io.postil.stream.metrics.StreamCatalogue;
import io.postil.trainer.metrics.TrainerCatalogue;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The metrics that a scrape of both processes can find, and those that a query asks for. */
final class Metrics {
    private static final Pattern NAME = Pattern.compile("\\bpostil_[a-z_]+");
    private static final Pattern GROUPED = Pattern.compile("\\b(?:by|without|on) \\(([a-z_, ]+)\\)");
    private static final Pattern MATCHED = Pattern.compile("([a-z_]+)\\s*(?:=|=~|!=|!~)\"");
    private static final Pattern SHOWN = Pattern.compile("\\{\\{\\s*(?:\\$labels\\.)?([a-z_]+)\\s*}}");

    private Metrics() {}

    static List<Metric> all() {
        return Stream.concat(StreamCatalogue.all().stream(), TrainerCatalogue.all().stream())
                .toList();
    }

    /** Names of time series. */
    static Set<String> series() {
        return all().stream().flatMap(Metrics::series).collect(Collectors.toCollection(TreeSet::new));
    }

    static Stream<String> series(Metric metric) {
        return switch (metric.kind()) {
            case COUNTER, GAUGE -> Stream.of(metric.name());
            case TIMER, SUMMARY -> Stream.of("", "_count", "_sum", "_max").map(metric.name()::concat);
        };
    }

    /** Names of labels, those that Prometheus and Micrometer add included. */
    static Set<String> labels() {
        Set<String> labels = new TreeSet<>(Set.of("job", "instance", "quantile"));
        all().forEach(metric -> labels.addAll(metric.labels()));
        return labels;
    }

    static Set<String> named(String query) {
        return NAME.matcher(query).results().map(match -> match.group()).collect(Collectors.toSet());
    }

    static Set<String> labelsNamed(String text) {
        return Stream.of(GROUPED, MATCHED, SHOWN)
                .flatMap(pattern -> pattern.matcher(text).results())
                .flatMap(match -> Stream.of(match.group(1).split("\\s*,\\s*")))
                .collect(Collectors.toSet());
    }
}
