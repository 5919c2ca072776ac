package io.postil.stream.serving;

import io.postil.model.ModelInfo;
import io.postil.schemas.Rollout;
import io.postil.schemas.RolloutStatus;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/** Brings the models to the wanted state, again and again where that fails, and reports what it came to. Threading: one thread. */
final class Rollouts {
    private static final Duration RETRY = Duration.ofSeconds(30);

    /** The topic forgets what nobody repeats. */
    private static final Duration REPEAT = Duration.ofHours(1);

    private final Map<String, TaskModels> models;
    private final String instance;
    private final StatusReport report;
    private final Clock clock;
    private final Map<String, Progress> progress = new TreeMap<>();

    Rollouts(Map<String, TaskModels> models, String instance, StatusReport report, Clock clock) {
        this.models = models;
        this.instance = instance;
        this.report = report;
        this.clock = clock;
    }

    /** Remembers what is wanted of a task, in place of what was wanted before; another instance's task is none of ours. */
    void want(Rollout rollout) {
        if (models.containsKey(rollout.getTask())) {
            Optional<Progress> before = Optional.ofNullable(progress.get(rollout.getTask()));
            progress.put(
                    rollout.getTask(),
                    new Progress(rollout, Instant.MIN, Optional.empty(), before.flatMap(Progress::said)));
        }
    }

    /** Does what is due: loads, swaps, reports. */
    void settle() {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        progress.replaceAll((task, at) -> at.due(now) ? reached(task, at, now) : at);
        progress.replaceAll((task, at) -> reported(task, at, now));
    }

    /** Whether every task has a version that answers. */
    boolean ready() {
        return models.values().stream().allMatch(model -> model.champion().isPresent());
    }

    /** Task to what is wrong with it, or what it waits for. */
    Map<String, String> problems() {
        Map<String, String> problems = new LinkedHashMap<>();
        models.forEach((task, model) -> {
            Optional<Progress> at = Optional.ofNullable(progress.get(task));
            at.flatMap(Progress::problem).ifPresent(problem -> problems.put(task, problem));
            if (at.isEmpty() && model.champion().isEmpty()) {
                problems.put(task, "waits for a first rollout");
            }
        });
        return problems;
    }

    private Progress reached(String task, Progress at, Instant now) {
        Optional<String> problem = models.get(task).reach(at.wanted());
        return new Progress(at.wanted(), problem.isPresent() ? now.plus(RETRY) : Instant.MAX, problem, at.said());
    }

    private Progress reported(String task, Progress at, Instant now) {
        RolloutStatus status = status(task, at, now);
        if (at.said().filter(said -> said.still(status, now)).isPresent()) {
            return at;
        }
        report.publish(status);
        return new Progress(at.wanted(), at.next(), at.problem(), Optional.of(new Said(status, now)));
    }

    private RolloutStatus status(String task, Progress at, Instant now) {
        Optional<ModelInfo> champion = models.get(task).champion();
        String version = champion.map(ModelInfo::version).orElse(null);
        Optional<RolloutStatus> before =
                at.said().map(Said::status).filter(said -> Objects.equals(said.getChampion(), version));
        return RolloutStatus.newBuilder()
                .setTask(task)
                .setInstance(instance)
                .setSequence(at.wanted().getSequence())
                .setChampion(version)
                .setChampionDigest(champion.map(ModelInfo::digest).orElse(null))
                .setChallenger(
                        models.get(task).challenger().map(ModelInfo::version).orElse(null))
                .setSince(before.map(RolloutStatus::getSince).orElse(now))
                .setProblem(at.problem().orElse(null))
                .build();
    }

    /**
     * How far a task is.
     *
     * @param next when to try, or to try again
     */
    private record Progress(Rollout wanted, Instant next, Optional<String> problem, Optional<Said> said) {

        boolean due(Instant now) {
            return !now.isBefore(next);
        }
    }

    /** What was reported last, and when. */
    private record Said(RolloutStatus status, Instant at) {

        boolean still(RolloutStatus now, Instant time) {
            return status.equals(now) && time.isBefore(at.plus(REPEAT));
        }
    }
}
