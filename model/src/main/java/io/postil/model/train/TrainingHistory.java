package io.postil.model.train;

import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How a training went: what curves are drawn from, and what decides when it stops.
 *
 * @param epochs that have ended, in order
 * @param losses at regular steps
 */
public record TrainingHistory(List<Epoch> epochs, List<Loss> losses) {
    static final TrainingHistory NONE = new TrainingHistory(List.of(), List.of());

    public TrainingHistory {
        epochs = List.copyOf(epochs);
        losses = List.copyOf(losses);
    }

    /**
     * An epoch that has ended.
     *
     * @param epoch counted from 1
     * @param steps made until its end, from the beginning of the training
     * @param loss mean over its steps
     * @param score by which epochs are compared, higher is better
     * @param metrics on validation; none where it has none
     * @param seconds that it took, validation included
     */
    public record Epoch(int epoch, int steps, double loss, double score, Map<String, Double> metrics, double seconds) {
        public Epoch {
            metrics = Collections.unmodifiableMap(new LinkedHashMap<>(metrics));
        }
    }

    /** The mean loss over the steps since the point before, this one included. */
    public record Loss(int step, double loss) {}

    /** The first epoch that no other scores better than; empty before one has ended. */
    public Optional<Epoch> best() {
        return epochs.stream()
                .max(Comparator.comparingDouble(Epoch::score).thenComparing(Epoch::epoch, Comparator.reverseOrder()));
    }

    TrainingHistory with(Epoch ended) {
        return new TrainingHistory(plus(epochs, ended), losses);
    }

    TrainingHistory with(Loss point) {
        return new TrainingHistory(epochs, plus(losses, point));
    }

    private static <T> List<T> plus(List<T> list, T last) {
        return Stream.concat(list.stream(), Stream.of(last)).toList();
    }

    /** Whether so many epochs have ended since the best. */
    boolean isStale(int patience) {
        return best().map(best -> epochs.size() - best.epoch() >= patience).orElse(false);
    }
}
