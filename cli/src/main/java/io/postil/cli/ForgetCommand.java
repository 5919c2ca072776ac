package io.postil.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.postil.privacy.seal.WrappedKeys;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Deletes the keys of a conversation, and with them all that only they could open. */
@Command(
        name = "forget",
        description = {
            "Forgets a conversation: deletes its keys and what is remembered of it, so that its sealed originals, its examples and "
                    + "what could be turned back in its annotations are unreadable for ever. The trainer deletes the examples at "
                    + "its next run.",
            "Waits for the stream, which does it, and says what became unreadable. Exit code 1 where nothing was known of the "
                    + "conversation, or the stream did not answer in time; the request stands then. A message of the conversation that "
                    + "comes later begins anew."
        },
        mixinStandardHelpOptions = true)
final class ForgetCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private Connection connection;

    @Option(
            names = "--application-id",
            defaultValue = "postil-stream",
            description = "The stream's stream.application-id (${DEFAULT-VALUE}).")
    private String application;

    @Option(
            names = "--wait",
            paramLabel = "SECONDS",
            defaultValue = "60",
            description = "The longest to wait for the stream (${DEFAULT-VALUE}).")
    private int seconds;

    @Option(names = "--by", defaultValue = "${sys:user.name}", description = "Who asks for it (${DEFAULT-VALUE}).")
    private String by;

    @Parameters(paramLabel = "CONVERSATION", description = "The conversation's id; that of an utterance without one.")
    private String conversation;

    @Override
    public Integer call() {
        String name = WrappedKeys.nameOf(conversation);
        KnownKeys before = KnownKeys.of(connection, name);
        Set<Integer> silent = new ForgetRequest(connection, application).send(name, by, Duration.ofSeconds(seconds));
        if (!silent.isEmpty()) {
            err("the stream " + application + " has not taken the request in partitions " + silent + " of "
                    + connection.topics().forgets().name() + " within " + seconds + " s; it will when it runs");
            return 1;
        }
        KnownKeys after = KnownKeys.of(connection, name).without(connection, before);
        Set<String> deleted = after.deletedSince(before);
        print(deleted);
        return deleted.isEmpty() ? 1 : 0;
    }

    private void print(Set<String> deleted) {
        ObjectNode row = RecordJson.MAPPER
                .createObjectNode()
                .put("conversation", conversation)
                .put("keys", deleted.size());
        var unreadable = new Unreadable(connection, deleted);
        row.put("originals", unreadable.originals());
        row.put("examples", unreadable.examples());
        row.put("deadLetters", unreadable.deadLetters());
        PrintWriter out = spec.commandLine().getOut();
        out.println(RecordJson.line(row));
        out.flush();
        if (deleted.isEmpty()) {
            err("nothing is known of the conversation");
        }
    }

    private void err(String message) {
        PrintWriter err = spec.commandLine().getErr();
        err.println("forget: " + message);
        err.flush();
    }
}
