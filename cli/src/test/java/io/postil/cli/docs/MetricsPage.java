package io.postil.cli.docs;

import io.postil.service.Metric;
import java.util.List;
import java.util.Locale;

/** Prints the metrics of processes as {@code docs/metrics.md}. */
final class MetricsPage {
    private final StringBuilder page = new StringBuilder("""
            # Metrics

            Printed from the catalogues in the code. Each process serves them at `/metrics` as Prometheus text, beside `/health` (JSON;
            200 when every part is up, else 503). A timer has `_count`, `_sum` and `_max` (seconds), a summary the same in its unit. What they
            add up to is in the alerts' equations, [runbook.md](runbook.md).
            """);

    MetricsPage process(String name, List<Metric> metrics) {
        page.append("\n## ").append(name).append("\n\n| metric | kind | labels | what |\n|---|---|---|---|\n");
        metrics.forEach(metric -> page.append("| `%s` | %s | %s | %s |%n"
                .formatted(
                        metric.name(),
                        metric.kind().name().toLowerCase(Locale.ROOT),
                        String.join(", ", metric.labels()),
                        metric.description())));
        return this;
    }

    String text() {
        return page.toString();
    }
}
