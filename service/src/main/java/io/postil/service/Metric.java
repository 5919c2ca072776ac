package io.postil.service;

import java.util.List;

/**
 * A metric as Prometheus names it; reference pages are printed from these.
 *
 * @param labels without the quantile
 */
public record Metric(String name, Kind kind, List<String> labels, String description) {

    /** How a metric moves. */
    public enum Kind {
        COUNTER,
        GAUGE,
        TIMER,
        SUMMARY
    }

    public Metric {
        labels = List.copyOf(labels);
    }

    /** As Micrometer's Prometheus registry wants it, which adds {@code _total} itself. */
    public String meter() {
        return kind == Kind.COUNTER ? name.substring(0, name.length() - "_total".length()) : name;
    }
}
