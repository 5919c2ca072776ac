package io.postil.trainer.runs;

import static org.assertj.core.api.Assertions.assertThat;

import io.postil.model.data.Split;
import io.postil.trainer.TrainerParts;
import io.postil.trainer.runs.Attempt.Measured;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A trainer's parts with {@link FakeAttempts}, whose runs can be held. */
public final class FakeTrainerParts {
    private final FakeAttempts attempts = new FakeAttempts();
    private final CountDownLatch running = new CountDownLatch(1);

    public FakeTrainerParts() {
        attempts.onMake = this::measureAll;
    }

    public TrainerParts parts() {
        return new TrainerParts(RunWorld.STARTERS, (task, split) -> List.of(), attempts, attempts);
    }

    private final CountDownLatch gone = new CountDownLatch(1);

    /** Runs that begin from now on wait for {@link #letRunsGo}. */
    public void holdRuns() {
        attempts.onMake = () -> {
            measureAll();
            running.countDown();
            await(gone);
        };
    }

    public void awaitRun() {
        await(running);
    }

    public void letRunsGo() {
        gone.countDown();
    }

    private void measureAll() {
        attempts.lastData
                .corrected(Split.HELD_OUT)
                .forEach(corrected -> attempts.measured.put(corrected.key(), new Measured(false, true)));
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(60, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
