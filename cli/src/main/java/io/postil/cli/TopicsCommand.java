package io.postil.cli;

import io.postil.schemas.SubjectRegistrar;
import io.postil.schemas.Topic;
import io.postil.schemas.TopicAdmin;
import io.postil.schemas.TopicOutcome;
import io.postil.schemas.Topics;
import java.io.PrintWriter;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.admin.Admin;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Topics and subjects. */
@Command(name = "topics", description = "Topics and their subjects in the registry.", mixinStandardHelpOptions = true)
final class TopicsCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Missing required subcommand: create or read");
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

    @Command(
            description = {
                "Prints the records of a topic as JSON lines, oldest first within each partition, up to what was its end when the "
                        + "reading began.",
                "What is sealed stays sealed; see `postil open`."
            },
            mixinStandardHelpOptions = true)
    int read(
            @Mixin Connection connection,
            @Parameters(paramLabel = "NAME", description = "Without the prefix: annotations, receipts, ….") String name,
            @Option(names = "--key", description = "Only records with this key.") String key) {
        PrintWriter out = spec.commandLine().getOut();
        TopicScan.each(connection, topic(connection.topics(), name), (found, value) -> {
            if (value != null && (key == null || key.equals(found))) {
                out.println(RecordJson.line(value));
            }
        });
        out.flush();
        return 0;
    }

    private static Topic<? extends SpecificRecord> topic(Topics topics, String name) {
        return topics.all().stream()
                .filter(topic -> topic.name().equals(topics.prefix() + name))
                .findFirst()
                .orElseThrow(() -> new UsageException("there is no topic " + name + " (expected one of "
                        + topics.all().stream()
                                .map(topic ->
                                        topic.name().substring(topics.prefix().length()))
                                .collect(Collectors.joining(", "))
                        + ")"));
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
