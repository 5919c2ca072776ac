package io.postil.model.train;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Says in lines how training goes: the step, the loss, steps a second, and the time that is left. Threading: one thread. */
public final class ProgressLines implements TrainingListener {
    private static final Duration BETWEEN_LINES = Duration.ofSeconds(2);

    private final Consumer<String> out;
    private final InstantSource clock;
    private Instant start = Instant.EPOCH;
    private Instant lastLine = Instant.EPOCH;
    private int steps;

    public ProgressLines(Consumer<String> out, InstantSource clock) {
        this.out = out;
        this.clock = clock;
    }

    @Override
    public void started(int allSteps) {
        steps = allSteps;
        start = clock.instant();
        lastLine = start;
    }

    @Override
    public void stepped(int step, double loss) {
        Instant now = clock.instant();
        if (Duration.between(lastLine, now).compareTo(BETWEEN_LINES) >= 0) {
            lastLine = now;
            double perSecond = step / (Duration.between(start, now).toMillis() / 1000.0);
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
    public void epochEnded(int epoch, double meanLoss, Map<String, Double> metrics, boolean best) {
        String figures = metrics.entrySet().stream()
                .map(metric -> String.format(Locale.ROOT, ", %s %.4f", metric.getKey(), metric.getValue()))
                .collect(Collectors.joining());
        out.accept(String.format(
                Locale.ROOT,
                "epoch %d, mean loss %.4f%s%s",
                epoch,
                meanLoss,
                figures,
                best ? ", the best so far" : ""));
    }
}
