package io.postil.trainer.runs;

import io.postil.model.CheckpointException;
import io.postil.model.ClassifierException;
import io.postil.model.ClassifierFactory;
import io.postil.model.ClassifierFactory.ModelName;
import io.postil.model.Entity;
import io.postil.model.Input;
import io.postil.model.Prediction;
import io.postil.model.store.CheckpointStore;
import io.postil.model.store.StoredCheckpoint;
import java.util.List;
import java.util.Optional;

/** Opens a checkpoint as the stream will, and compares its answers with those that it gave in memory. */
final class ReadBack {
    /** Of a probability: what another order of adding may make of it, in 32 bits. */
    private static final double TOLERANCE = 1e-3;

    private final CheckpointStore store;
    private final ClassifierFactory classifiers;

    ReadBack(CheckpointStore store, ClassifierFactory classifiers) {
        this.store = store;
        this.classifiers = classifiers;
    }

    /** What is wrong with the checkpoint as it is stored, if anything is. */
    Optional<String> problem(StoredCheckpoint stored, Attempt attempt, List<Input> probe) {
        try {
            var read = store.open(stored.task(), stored.version());
            var name = new ModelName(read.task(), read.version(), read.digest());
            try (var classifier = classifiers.open(read.folder(), name)) {
                return difference(attempt.classify(probe), classifier.classify(probe));
            }
        } catch (CheckpointException | ClassifierException e) {
            return Optional.of("read back from the store it cannot be used: " + e.getMessage());
        }
    }

    private static Optional<String> difference(List<Prediction> memory, List<Prediction> stored) {
        int differ = 0;
        for (int i = 0; i < memory.size(); i++) {
            differ += same(memory.get(i), stored.get(i)) ? 0 : 1;
        }
        return differ == 0
                ? Optional.empty()
                : Optional.of("read back from the store it answers otherwise than in memory on " + differ + " of "
                        + memory.size() + " probes");
    }

    private static boolean same(Prediction one, Prediction other) {
        if (one instanceof Prediction.Labelled a && other instanceof Prediction.Labelled b) {
            return a.scores().keySet().equals(b.scores().keySet())
                    && a.scores().entrySet().stream()
                            .allMatch(score -> near(score.getValue(), b.scores().get(score.getKey())));
        }
        if (one instanceof Prediction.Tagged a && other instanceof Prediction.Tagged b) {
            return a.entities().size() == b.entities().size()
                    && java.util.stream.IntStream.range(0, a.entities().size())
                            .allMatch(
                                    i -> same(a.entities().get(i), b.entities().get(i)));
        }
        return false;
    }

    private static boolean same(Entity one, Entity other) {
        return one.field() == other.field()
                && one.type().equals(other.type())
                && one.start() == other.start()
                && one.end() == other.end()
                && near(one.score(), other.score());
    }

    private static boolean near(double one, double other) {
        return Math.abs(one - other) <= TOLERANCE;
    }
}
