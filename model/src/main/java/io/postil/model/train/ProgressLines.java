package io.postil.model.train;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Says in lines how training goes: the step, the loss, steps a second, and the time that is left. Threading: one thread. */
public final class ProgressLines implements TrainingListener {
    private static final Duration BETWEEN_LINES = Duration.ofSeconds(2);

    private final Consumer<String> out;
    private final InstantSource clock;
    private Instant start = Instant.EPOCH;
    private Instant lastLine = Instant.EPOCH;
    private int done;
    private int steps;

    public ProgressLines(Consumer<String> out, InstantSource clock) {
        this.out = out;
        this.clock = clock;
    }

    @Override
    public void started(int stepsDone, int allSteps) {
        done = stepsDone;
        steps = allSteps;
        start = clock.instant();
        lastLine = start;
        if (done > 0) {
            out.accept(String.format(Locale.ROOT, "going on after step %d of %d", done, steps));
        }
    }

    @Override
    public void stepped(int step, double loss) {
        Instant now = clock.instant();
        if (Duration.between(lastLine, now).compareTo(BETWEEN_LINES) >= 0) {
            lastLine = now;
            double perSecond = (step - done) / (Duration.between(start, now).toMillis() / 1000.0);
            out.accept(String.format(
                    Locale.ROOT,
                    "step %d of %d, loss %.4f, %.1f steps a second, %.0f s left",
                    step,
                    steps,
                    loss,
                    perSecond,
                    (steps - step) / perSecond));
        }
    }

    @Override
    public void epochEnded(TrainingHistory.Epoch epoch, boolean best) {
        String figures = epoch.metrics().entrySet().stream()
                .map(metric -> String.format(Locale.ROOT, ", %s %.4f", metric.getKey(), metric.getValue()))
                .collect(Collectors.joining());
        out.accept(String.format(
                Locale.ROOT,
                "epoch %d, mean loss %.4f%s%s",
                epoch.epoch(),
                epoch.loss(),
                figures,
                best ? ", the best so far" : ""));
    }
}
