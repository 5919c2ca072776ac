package io.postil.stream.metrics;

import io.postil.service.Metric;
import io.postil.service.Metric.Kind;
import java.util.List;

/** Every metric of the stream; the reference page is printed from it. */
public final class StreamCatalogue {
    static final Metric READ = new Metric(
            "postil_utterances_read_total", Kind.COUNTER, List.of(), "Records that reached their processor.");
    static final Metric ANNOTATED = new Metric(
            "postil_utterances_annotated_total", Kind.COUNTER, List.of(), "Records that became an annotation.");
    static final Metric DEAD = new Metric(
            "postil_utterances_dead_total", Kind.COUNTER, List.of("reason"), "Records that became a dead letter.");
    static final Metric LATENCY = new Metric(
            "postil_utterances_latency_seconds",
            Kind.TIMER,
            List.of(),
            "From the time that a record carries to its outcome.");
    static final Metric HITS = new Metric(
            "postil_prefetch_hits_total",
            Kind.COUNTER,
            List.of(),
            "Records whose answers were asked for before their turn.");
    static final Metric MISSES = new Metric(
            "postil_prefetch_misses_total",
            Kind.COUNTER,
            List.of(),
            "Records whose answers were asked for at their turn only; slow where they are many.");
    static final Metric BATCH_INPUTS =
            new Metric("postil_batch_inputs", Kind.SUMMARY, List.of("task"), "Inputs that a model answered in one go.");
    static final Metric BATCH_TIME =
            new Metric("postil_batch_seconds", Kind.TIMER, List.of("task"), "Time a model took for a batch.");
    static final Metric TOKENS = new Metric(
            "postil_batch_tokens_total",
            Kind.COUNTER,
            List.of("task"),
            "Tokens that models were asked to read, special ones included, padding not.");
    static final Metric PADDING = new Metric(
            "postil_batch_padding_ratio",
            Kind.GAUGE,
            List.of("task"),
            "Share of padding among the tokens that the model which answered last has computed, 0 to 1.");
    static final Metric MASKING = new Metric(
            "postil_masking_seconds",
            Kind.TIMER,
            List.of(),
            "Time that it took to mask an utterance by what rules and model have found, and to seal it.");
    static final Metric SERVING = new Metric(
            "postil_model_serving",
            Kind.GAUGE,
            List.of("task", "version", "role"),
            "1 for each version that answers; role is champion or challenger.");
    static final Metric LOAD_FAILURES = new Metric(
            "postil_model_load_failures_total",
            Kind.COUNTER,
            List.of("task"),
            "Wanted versions that could not be loaded; the version before goes on answering.");
    static final Metric RESTARTS = new Metric(
            "postil_stream_restarts_total",
            Kind.COUNTER,
            List.of(),
            "Stream threads that ended on an error and were replaced.");

    static final Metric LAG = new Metric(
            "postil_stream_lag_records",
            Kind.GAUGE,
            List.of(),
            "Committed messages that this process has yet to fetch, over all its partitions.");

    private StreamCatalogue() {}

    public static List<Metric> all() {
        return List.of(
                READ,
                ANNOTATED,
                DEAD,
                LATENCY,
                HITS,
                MISSES,
                BATCH_INPUTS,
                BATCH_TIME,
                TOKENS,
                PADDING,
                MASKING,
                SERVING,
                LOAD_FAILURES,
                RESTARTS,
                LAG);
    }
}
