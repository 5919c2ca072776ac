package io.postil.model.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ProgressLinesTest {

    @Test
    void shouldSayRateAndTimeLeftEveryTwoSeconds() {
        AtomicLong second = new AtomicLong();
        List<String> lines = new ArrayList<>();
        ProgressLines progress = new ProgressLines(lines::add, () -> Instant.ofEpochSecond(second.get()));

        progress.started(0, 100);
        for (int step = 1; step <= 5; step++) {
            second.incrementAndGet();
            progress.stepped(step * 10, 0.5);
        }
        progress.epochEnded(new TrainingHistory.Epoch(1, 50, 0.25, 0.75, Map.of("accuracy", 0.75), 10), true);

        assertThat(lines)
                .containsExactly(
                        "step 20 of 100, loss 0.5000, 10.0 steps a second, 8 s left",
                        "step 40 of 100, loss 0.5000, 10.0 steps a second, 6 s left",
                        "epoch 1, mean loss 0.2500, accuracy 0.7500, the best so far");
    }
}
