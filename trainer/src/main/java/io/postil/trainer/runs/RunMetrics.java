package io.postil.trainer.runs;

import io.postil.schemas.Verdict;
import java.time.Duration;
import java.util.Map;

/** What became of runs: started = promoted + refused + failed, once none is under way. Threading: the run's thread. */
public interface RunMetrics {

    void runStarted(String task);

    /** A run ended with a checkpoint. */
    void runEnded(String task, Verdict verdict, Duration took, Map<String, Double> scores);

    /** A run came to no verdict; it is tried again later. */
    void runFailed(String task);
}
