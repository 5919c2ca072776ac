package io.postil.stream.serving;

import io.postil.model.Input;
import io.postil.model.ModelInfo;
import io.postil.model.batch.BatchLimits;
import io.postil.schemas.Rollout;
import io.postil.schemas.Stage;
import io.postil.stream.metrics.StreamMetrics;
import io.postil.stream.serving.ModelLoader.Loading;
import io.postil.stream.serving.ModelLoader.Loading.Loaded;
import io.postil.stream.serving.ModelLoader.Loading.Refused;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** The versions of one task that answer. Threading: any asks; one thread reaches for rollouts and closes. */
final class TaskModels implements AutoCloseable {

    /** The challenger answers {@code percent} of the keys, the champion the others. */
    private record Seats(Optional<Seat> champion, Optional<Seat> challenger, int percent) {

        Seat of(Draw draw, String task) {
            return challenger
                    .filter(seat -> draw.challenger(task, percent))
                    .or(() -> champion)
                    .orElseThrow(() -> new IllegalStateException("no version of " + task + " is loaded yet"));
        }
    }

    private final String task;
    private final ModelLoader loader;
    private final BatchLimits limits;
    private final StreamMetrics metrics;
    private volatile Seats seats = new Seats(Optional.empty(), Optional.empty(), 0);

    TaskModels(String task, ModelLoader loader, BatchLimits limits, StreamMetrics metrics) {
        this.task = task;
        this.loader = loader;
        this.limits = limits;
        this.metrics = metrics;
    }

    CompletableFuture<Answers> ask(Draw draw, List<Input> inputs) {
        return seats.of(draw, task).ask(inputs);
    }

    Optional<ModelInfo> champion() {
        return seats.champion().map(Seat::model);
    }

    Optional<ModelInfo> challenger() {
        return seats.challenger().map(Seat::model);
    }

    /**
     * Loads what is wanted beside what answers, and swaps. What cannot be loaded changes nothing.
     *
     * @return why the wanted state was not reached, if it was not
     */
    Optional<String> reach(Rollout wanted) {
        Optional<String> problem = reachChampion(wanted.getChampion());
        if (problem.isEmpty()) {
            problem = reachChallenger(wanted);
        }
        champion()
                .ifPresent(model ->
                        metrics.serving(task, model.version(), challenger().map(ModelInfo::version)));
        return problem;
    }

    private Optional<String> reachChampion(String version) {
        if (serves(champion(), version)) {
            return Optional.empty();
        }
        Loading loading = loader.load(task, version);
        if (loading instanceof Refused refused) {
            return Optional.of(refused.problem());
        }
        var classifier = ((Loaded) loading).classifier();
        if (seats.champion().isPresent()) {
            seats.champion().get().replace(classifier);
        } else {
            seats = new Seats(Optional.of(new Seat(classifier, limits)), seats.challenger(), seats.percent());
        }
        return Optional.empty();
    }

    private Optional<String> reachChallenger(Rollout wanted) {
        if (wanted.getStage() != Stage.CANARY) {
            seat(Optional.empty(), 0);
            return wanted.getStage() == Stage.NONE
                    ? Optional.empty()
                    : Optional.of("stage " + wanted.getStage() + " is not supported; the champion answers alone");
        }
        if (wanted.getChallenger() == null || wanted.getPercent() == null || !isPercent(wanted.getPercent())) {
            seat(Optional.empty(), 0);
            return Optional.of("stage CANARY needs a challenger and a percent of 0 to 100; the champion answers alone");
        }
        return reachCanary(wanted.getChallenger(), wanted.getPercent());
    }

    private Optional<String> reachCanary(String version, int percent) {
        if (serves(challenger(), version)) {
            seats = new Seats(seats.champion(), seats.challenger(), percent);
            return Optional.empty();
        }
        Loading loading = loader.load(task, version);
        if (loading instanceof Refused refused) {
            return Optional.of(refused.problem());
        }
        seat(Optional.of(new Seat(((Loaded) loading).classifier(), limits)), percent);
        return Optional.empty();
    }

    /** What still waits for the old challenger fails as it is closed, and its record asks again. */
    private void seat(Optional<Seat> challenger, int percent) {
        Optional<Seat> old = seats.challenger();
        seats = new Seats(seats.champion(), challenger, percent);
        old.ifPresent(Seat::close);
    }

    private static boolean serves(Optional<ModelInfo> model, String version) {
        return model.map(ModelInfo::version).equals(Optional.of(version));
    }

    private static boolean isPercent(int percent) {
        return percent >= 0 && percent <= 100;
    }

    @Override
    public void close() {
        seats.challenger().ifPresent(Seat::close);
        seats.champion().ifPresent(Seat::close);
    }
}
