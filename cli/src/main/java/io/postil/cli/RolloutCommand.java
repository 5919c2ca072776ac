package io.postil.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.postil.schemas.Checkpoint;
import io.postil.schemas.Rollout;
import io.postil.schemas.RolloutStatus;
import io.postil.schemas.Stage;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The wanted state of each task, and what each instance serves. */
@Command(name = "rollout", description = "Which version of each task answers.", mixinStandardHelpOptions = true)
final class RolloutCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Missing required subcommand: list, promote or rollback");
    }

    @Command(
            description =
                    "Prints, a JSON line a task, the wanted state, what each instance serves, and the versions there are.",
            mixinStandardHelpOptions = true)
    int list(@Mixin Connection connection) {
        List<RolloutStatus> statuses =
                List.copyOf(TopicScan.latest(connection, connection.topics().rolloutStatus())
                        .values());
        List<Checkpoint> checkpoints = checkpoints(connection);
        TopicScan.latest(connection, connection.topics().rollouts()).forEach((task, rollout) -> {
            ObjectNode row = RecordJson.of(rollout);
            ArrayNode instances = row.putArray("instances");
            statuses.stream()
                    .filter(status -> status.getTask().equals(task))
                    .forEach(status -> instances.add(RecordJson.of(status)));
            ArrayNode versions = row.putArray("versions");
            checkpoints.stream()
                    .filter(checkpoint -> checkpoint.getTask().equals(task))
                    .forEach(checkpoint -> versions.add(RecordJson.of(checkpoint)));
            out().println(RecordJson.line(row));
        });
        out().flush();
        return 0;
    }

    @Command(description = "Makes a version the champion of its task.", mixinStandardHelpOptions = true)
    int promote(
            @Mixin Connection connection,
            @Mixin Change change,
            @Parameters(paramLabel = "TASK") String task,
            @Parameters(paramLabel = "VERSION") String version) {
        if (checkpoint(connection, task, version).isEmpty()) {
            throw new UsageException("there is no version " + version + " of " + task + "; there are "
                    + checkpoints(connection).stream()
                            .filter(checkpoint -> checkpoint.getTask().equals(task))
                            .map(Checkpoint::getVersion)
                            .toList());
        }
        return apply(connection, change, current(connection, task), version, "promoted by hand");
    }

    @Command(
            description = "Makes the version that the champion was compared with the champion again.",
            mixinStandardHelpOptions = true)
    int rollback(@Mixin Connection connection, @Mixin Change change, @Parameters(paramLabel = "TASK") String task) {
        Rollout current = current(connection, task);
        String parent = checkpoint(connection, task, current.getChampion())
                .map(Checkpoint::getParent)
                .orElseThrow(() -> new UsageException(
                        task + " is at " + current.getChampion() + ", which has no version before it to go back to"));
        return apply(connection, change, current, parent, "rolled back from " + current.getChampion());
    }

    private int apply(Connection connection, Change change, Rollout current, String version, String reason) {
        Rollout wanted = Rollout.newBuilder(current)
                .setChampion(version)
                .setChallenger(null)
                .setStage(Stage.NONE)
                .setPercent(null)
                .setSequence(current.getSequence() + 1)
                .setBy(change.by)
                .setReason(change.reason == null ? reason : change.reason)
                .setAt(Instant.now())
                .build();
        write(connection, wanted);
        out().println(RecordJson.line(wanted));
        boolean served = new RolloutWait(connection, wanted).until(change.wait, this::report);
        out().flush();
        return served ? 0 : 1;
    }

    private void report(RolloutStatus status) {
        out().println(RecordJson.line(status));
    }

    private static void write(Connection connection, Rollout wanted) {
        var topic = connection.topics().rollouts();
        try (Producer<String, Rollout> producer = connection.producer(topic)) {
            producer.send(new ProducerRecord<>(topic.name(), wanted.getTask(), wanted))
                    .get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("the rollout could not be written to " + topic.name(), e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted before the rollout was written", e);
        }
    }

    private static Rollout current(Connection connection, String task) {
        var rollouts = TopicScan.latest(connection, connection.topics().rollouts());
        return Optional.ofNullable(rollouts.get(task))
                .orElseThrow(() -> new UsageException("there is no task " + task + "; there are " + rollouts.keySet()));
    }

    private static Optional<Checkpoint> checkpoint(Connection connection, String task, String version) {
        return checkpoints(connection).stream()
                .filter(checkpoint -> checkpoint.getTask().equals(task)
                        && checkpoint.getVersion().equals(version))
                .findFirst();
    }

    private static List<Checkpoint> checkpoints(Connection connection) {
        return List.copyOf(
                TopicScan.latest(connection, connection.topics().checkpoints()).values());
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }

    /** Who changes the wanted state, and why. */
    static final class Change {
        @Option(names = "--by", defaultValue = "${sys:user.name}", description = "Who (${DEFAULT-VALUE}).")
        private String by;

        @Option(names = "--reason", description = "Why, for the record.")
        private String reason;

        @Option(
                names = "--wait",
                paramLabel = "DURATION",
                defaultValue = "PT30S",
                description = "How long to wait until every instance serves it, in ISO 8601 (${DEFAULT-VALUE}); PT0S "
                        + "does not wait. Exit code 1 where one does not.")
        private Duration wait;
    }
}
