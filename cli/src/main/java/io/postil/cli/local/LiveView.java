package io.postil.cli.local;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * A line that says how it goes: on a terminal rewritten in place each second, elsewhere a new line where something changed,
 * every ten seconds at most. Counts are those since this start.
 */
final class LiveView {
    private final MeterRegistry metrics;
    private final PrintWriter err;
    private final boolean terminal;
    private String last = "";
    private long lastAt;

    LiveView(MeterRegistry metrics, PrintWriter err, boolean terminal) {
        this.metrics = metrics;
        this.err = err;
        this.terminal = terminal;
    }

    Duration pause() {
        return Duration.ofSeconds(1);
    }

    void show() {
        String line = line();
        if (terminal) {
            err.print("\r" + line + "\u001b[K");
        } else if (!line.equals(last)
                && System.nanoTime() - lastAt > Duration.ofSeconds(10).toNanos()) {
            err.println(line);
            last = line;
            lastAt = System.nanoTime();
        }
        err.flush();
    }

    /** Leaves the rewritten line for what is printed next. */
    void end() {
        if (terminal) {
            err.println();
            err.flush();
        }
    }

    private String line() {
        return String.format(
                Locale.ROOT,
                "in %d | annotated %d | dead %d | corrections %d, pending %d | serving %s",
                sum("postil_utterances_read"),
                sum("postil_utterances_annotated"),
                sum("postil_utterances_dead"),
                sum("postil_corrections_read"),
                sum("postil_corrections_pending"),
                serving());
    }

    private long sum(String meter) {
        return Math.round(metrics.find(meter).meters().stream()
                .flatMap(found -> StreamSupport.stream(found.measure().spliterator(), false))
                .mapToDouble(measured -> measured.getValue())
                .sum());
    }

    private String serving() {
        return metrics.find("postil_model_serving").meters().stream()
                .map(Meter::getId)
                .map(id -> id.getTag("task") + " " + id.getTag("version"))
                .sorted()
                .collect(Collectors.joining(", "));
    }
}
