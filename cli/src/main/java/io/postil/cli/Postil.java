package io.postil.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.postil.model.torch.NativeCalls;
import io.postil.service.ConfigException;
import java.io.PrintWriter;
import java.nio.file.FileSystemException;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;

/** The {@code postil} command. Exit code 0, 1 where something failed, 2 for wrong usage. */
@Command(
        name = "postil",
        description = "Tags text on Kafka and learns from corrections.",
        mixinStandardHelpOptions = true,
        version = "postil 0.1.0",
        subcommands = {
            LocalCommand.class,
            StreamCommand.class,
            TrainerCommand.class,
            PredictCommand.class,
            MaskCommand.class,
            TrainCommand.class,
            EvaluateCommand.class,
            ExportCommand.class,
            CompareCommand.class,
            PullCommand.class,
            RolloutCommand.class,
            FeedbackCommand.class,
            TopicsCommand.class,
            OpenCommand.class,
            ForgetCommand.class,
            LoadCommand.class,
            HelpCommand.class
        })
public final class Postil {
    private Postil() {}

    public static void main(String[] arguments) {
        System.exit(commandLine().setExecutionStrategy(Postil::run).execute(arguments));
    }

    /** A process closes its models before it ends; any other command may be ended while it asks one. */
    private static int run(CommandLine.ParseResult parsed) {
        List<CommandLine> commands = parsed.asCommandLineList();
        Object last = commands.get(commands.size() - 1).getCommand();
        if (!(last instanceof LocalCommand || last instanceof ProcessCommand)) {
            NativeCalls.endWithProcess();
        }
        return new CommandLine.RunLast().execute(parsed);
    }

    static CommandLine commandLine() {
        return new CommandLine(new Postil())
                .setUsageHelpWidth(110)
                .setUsageHelpAutoWidth(false)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler(Postil::failed);
    }

    /** A failure is told in words; the stack trace is there for who asks with POSTIL_LOG_LEVEL=DEBUG. */
    private static int failed(Exception failure, CommandLine command, CommandLine.ParseResult parsed) {
        PrintWriter err = command.getErr();
        err.println(command.getCommandName() + ": " + words(failure));
        err.flush();
        org.slf4j.LoggerFactory.getLogger(Postil.class).debug("command failed", failure);
        return failure instanceof ConfigException || failure instanceof UsageException
                ? CommandLine.ExitCode.USAGE
                : CommandLine.ExitCode.SOFTWARE;
    }

    private static String words(Throwable failure) {
        StringBuilder words = new StringBuilder(tellsLittle(failure) ? failure.toString() : failure.getMessage());
        Throwable cause = failure.getCause();
        while (cause != null && cause.getMessage() != null) {
            String reason = reason(cause);
            words.append(words.indexOf(reason) < 0 ? ": " + reason : "");
            cause = cause.getCause();
        }
        return words.toString();
    }

    /** Java says of a file no more than its path. */
    private static boolean tellsLittle(Throwable failure) {
        return failure.getMessage() == null
                || (failure instanceof FileSystemException file && file.getReason() == null);
    }

    /** Without the traces that native libraries put behind it. */
    private static String reason(Throwable cause) {
        String reason = cause instanceof JsonProcessingException json ? json.getOriginalMessage() : cause.getMessage();
        return reason.lines().findFirst().orElse("");
    }
}
