package io.postil.trainer.runs;

import io.postil.model.Input;
import io.postil.model.Prediction;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A challenger, trained and compared, still in memory. Threading: one thread. */
public interface Attempt extends AutoCloseable {

    Findings findings();

    List<Prediction> classify(List<Input> inputs);

    /** Writes the checkpoint folder. */
    void save(Path folder) throws IOException;

    /** Frees the challenger. */
    @Override
    void close();

    /**
     * What came of the comparison with the champion.
     *
     * @param promote whether the challenger is to answer from now on
     * @param reason for it, or against it, for a person
     * @param metrics by name
     * @param measured by example key, the corrections held out
     */
    record Findings(boolean promote, String reason, Map<String, Double> metrics, Map<String, Measured> measured) {
        public Findings {
            metrics = Map.copyOf(metrics);
            measured = Map.copyOf(measured);
        }
    }

    /** Whether the champion, and the challenger, answers as a correction says. */
    record Measured(boolean champion, boolean challenger) {}
}
