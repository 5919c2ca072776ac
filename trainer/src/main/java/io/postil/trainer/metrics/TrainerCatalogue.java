package io.postil.trainer.metrics;

import io.postil.service.Metric;
import io.postil.service.Metric.Kind;
import java.util.List;

/** Every metric of the trainer; the reference page is printed from it. */
public final class TrainerCatalogue {
    static final Metric READ =
            new Metric("postil_corrections_read_total", Kind.COUNTER, List.of(), "Records of the feedback topic read.");
    static final Metric ENDED = new Metric(
            "postil_corrections_ended_total",
            Kind.COUNTER,
            List.of("ending"),
            "Corrections that the intake is done with: accepted, held_out, rejected, quarantined, repeated, dead.");
    static final Metric PENDING = new Metric(
            "postil_corrections_pending", Kind.GAUGE, List.of(), "Corrections that wait for their utterance.");
    static final Metric EXAMPLES = new Metric(
            "postil_examples_written_total",
            Kind.COUNTER,
            List.of("split"),
            "Examples written, new or in the place of one.");
    static final Metric LAG = new Metric(
            "postil_trainer_lag_records",
            Kind.GAUGE,
            List.of(),
            "Committed corrections and originals that this process has yet to fetch, internal topics included.");
    static final Metric STARTED =
            new Metric("postil_runs_started_total", Kind.COUNTER, List.of("task"), "Training runs begun.");
    static final Metric ENDED_RUNS = new Metric(
            "postil_runs_ended_total",
            Kind.COUNTER,
            List.of("task", "verdict"),
            "Training runs that ended with a checkpoint, promoted or refused.");
    static final Metric FAILED = new Metric(
            "postil_runs_failed_total",
            Kind.COUNTER,
            List.of("task"),
            "Training runs that came to no verdict; they are tried again.");
    static final Metric SECONDS =
            new Metric("postil_runs_seconds", Kind.TIMER, List.of("task"), "Time that a run with a verdict took.");
    static final Metric SCORE = new Metric(
            "postil_run_score",
            Kind.GAUGE,
            List.of("task", "score"),
            "What the last run measured, by the names in its checkpoint record.");

    private TrainerCatalogue() {}

    public static List<Metric> all() {
        return List.of(READ, ENDED, PENDING, EXAMPLES, LAG, STARTED, ENDED_RUNS, FAILED, SECONDS, SCORE);
    }
}
