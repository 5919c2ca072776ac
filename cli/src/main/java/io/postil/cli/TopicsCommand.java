package io.postil.cli;

import io.postil.schemas.SubjectRegistrar;
import io.postil.schemas.TopicAdmin;
import io.postil.schemas.TopicOutcome;
import java.io.PrintWriter;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Topics and subjects. */
@Command(name = "topics", description = "Topics and their subjects in the registry.", mixinStandardHelpOptions = true)
final class TopicsCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Missing required subcommand: create");
    }

    @Command(
            description =
                    "Creates the topics that are missing and registers their subjects. A topic that exists with other "
                            + "settings is reported and left as it is; exit code 1 then.",
            mixinStandardHelpOptions = true)
    int create(
            @Mixin Connection connection,
            @Option(
                            names = "--partitions",
                            defaultValue = "4",
                            description = "Of topics that spread by key (${DEFAULT-VALUE}).")
                    int partitions,
            @Option(names = "--replication", defaultValue = "1", description = "Copies of each (${DEFAULT-VALUE}).")
                    int replication,
            @Option(names = "--no-subjects", description = "Leaves the registry alone.") boolean noSubjects) {
        PrintWriter out = spec.commandLine().getOut();
        List<TopicOutcome> outcomes;
        try (Admin admin = connection.admin()) {
            outcomes = TopicAdmin.create(admin, connection.topics(), partitions, replication);
        }
        outcomes.forEach(outcome -> out.println(RecordJson.line(row(outcome))));
        if (!noSubjects) {
            new SubjectRegistrar(connection.properties()).register(connection.topics());
        }
        out.flush();
        return outcomes.stream().anyMatch(TopicOutcome.Differs.class::isInstance) ? 1 : 0;
    }

    private static com.fasterxml.jackson.databind.JsonNode row(TopicOutcome outcome) {
        var row = RecordJson.MAPPER.createObjectNode().put("topic", outcome.topic());
        if (outcome instanceof TopicOutcome.Created) {
            return row.put("outcome", "created");
        } else if (outcome instanceof TopicOutcome.Differs differs) {
            return row.put("outcome", "differs")
                    .put(
                            "differences",
                            differs.differences().stream().map(Object::toString).collect(Collectors.joining("; ")));
        }
        return row.put("outcome", "there already");
    }
}
