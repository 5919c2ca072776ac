package io.postil.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.postil.schemas.Utterance;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Sends utterances and waits for what becomes of them. */
@Command(
        name = "load",
        description = {
            "Sends utterances at a rate or flat out, waits for the answer to each, and prints figures.",
            "They are {\"sent\",\"answered\",\"seconds\",\"per_second\",\"latency_ms\":{\"p50\",\"p95\",\"p99\"}}. "
                    + "Exit code 1 where an answer is missing."
        },
        mixinStandardHelpOptions = true)
final class LoadCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private Connection connection;

    @Option(
            names = "--input",
            required = true,
            paramLabel = "FILE",
            description =
                    "JSON lines {\"text\",\"text_pair\"?,\"conversation\"?,\"language\"?}, sent over and over until --count.")
    private Path input;

    @Option(names = "--rate", paramLabel = "N", description = "Utterances a second; flat out where it is not given.")
    private double rate;

    @Option(names = "--count", paramLabel = "N", description = "How many; each line once where it is not given.")
    private int count;

    @Option(
            names = "--patience",
            defaultValue = "PT60S",
            paramLabel = "DURATION",
            description = "How long to wait for the next answer, in ISO 8601 (${DEFAULT-VALUE}).")
    private Duration patience;

    @Override
    public Integer call() {
        List<Utterance> lines = JsonLines.read(input, LoadCommand::utterance);
        if (lines.isEmpty()) {
            throw new UsageException(input + ": no line to send");
        }
        if (rate < 0 || count < 0) {
            throw new UsageException("--rate and --count: expected numbers above 0");
        }
        LoadRun.Result result = new LoadRun(connection, lines, count == 0 ? lines.size() : count, rate, patience).run();
        spec.commandLine().getOut().println(RecordJson.line(result.json()));
        spec.commandLine().getOut().flush();
        return result.answered() == result.sent() ? 0 : 1;
    }

    private static Utterance utterance(ObjectNode line) {
        return Utterance.newBuilder()
                .setId("")
                .setConversationId(JsonLines.textOr(line, "conversation", null))
                .setSpeaker(JsonLines.textOr(line, "speaker", null))
                .setText(JsonLines.text(line, "text"))
                .setTextPair(JsonLines.textOr(line, "text_pair", null))
                .setLanguage(JsonLines.textOr(line, "language", null))
                .build();
    }
}
