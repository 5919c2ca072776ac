package io.postil.trainer.metrics;

import io.postil.trainer.intake.IntakeMetrics;
import io.postil.trainer.runs.RunMetrics;

/** What the trainer does, in numbers. */
public interface TrainerMetrics extends IntakeMetrics, RunMetrics {}
