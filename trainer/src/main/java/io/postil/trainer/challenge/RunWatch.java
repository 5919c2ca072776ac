package io.postil.trainer.challenge;

import io.postil.model.train.TrainingHistory;
import io.postil.model.train.TrainingListener;
import io.postil.trainer.runs.RunFailedException;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Ends a training that nobody waits for any more. */
record RunWatch(String task, BooleanSupplier stopped) implements TrainingListener {
    private static final Logger LOG = LoggerFactory.getLogger(RunWatch.class);

    @Override
    public void stepped(int step, double loss) {
        if (stopped.getAsBoolean()) {
            throw new RunFailedException("stopped at step " + step);
        }
    }

    @Override
    public void epochEnded(TrainingHistory.Epoch epoch, boolean best) {
        LOG.atInfo()
                .setMessage("Epoch ended")
                .addKeyValue("task", task)
                .addKeyValue("epoch", epoch.epoch())
                .addKeyValue("loss", epoch.loss())
                .addKeyValue("validation", epoch.metrics())
                .addKeyValue("best", best)
                .log();
    }
}
