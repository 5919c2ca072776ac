package io.postil.cli;

import io.postil.cli.local.Local;
import io.postil.cli.local.LocalOptions;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Everything at once, on this machine. */
@Command(
        name = "local",
        description = {
            "Runs a broker, a schema registry, the stream application, the trainer and a feed of sample conversations.",
            "When all is up, one JSON line on standard output says where; Ctrl-C stops everything in order.",
            "POSTIL_… variables of docs/configuration.md hold here too, save those that say where things are."
        },
        mixinStandardHelpOptions = true)
final class LocalCommand implements Callable<Integer> {
    private static final long REHEARSAL_MILLIS = 1_000;

    @Spec
    private CommandSpec spec;

    @Mixin
    private ModelFolder models;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            defaultValue = "postil-data",
            description =
                    "What outlives it: topics, schemas, checkpoints, keys. A second start goes on there (${DEFAULT-VALUE}).")
    private Path data;

    @Option(
            names = "--port",
            paramLabel = "N",
            defaultValue = "0",
            description =
                    "HTTP port; the broker listens on the next one, the registry on the one after. 0 for any free ones "
                            + "(${DEFAULT-VALUE}).")
    private int port;

    @Option(names = "--no-feed", negatable = false, description = "Sends no sample conversations.")
    private boolean noFeed;

    @Option(
            names = "--distribution",
            hidden = true,
            defaultValue = "${sys:postil.home}/embedded/target/registry",
            description = "The unpacked registry.")
    private Path distribution;

    @Option(
            names = "--terminal",
            hidden = true,
            arity = "1",
            defaultValue = "${sys:postil.terminal:-false}",
            description = "Whether standard error is a terminal.")
    private boolean terminal;

    @Option(
            names = "--rehearse",
            hidden = true,
            description = "Ends by itself when all has been up for a moment; the launcher prepares quick starts so.")
    private boolean rehearse;

    @Override
    public Integer call() throws InterruptedException {
        if (port < 0 || port > 65_533) {
            throw new UsageException("--port: " + port + " (expected 0 to 65533)");
        }
        PrintWriter out = spec.commandLine().getOut();
        LocalOptions options = new LocalOptions(
                data,
                port,
                !noFeed,
                System.getenv(),
                distribution,
                models.cache(),
                models.bundled(),
                models.options(),
                terminal,
                rehearse);
        try (Termination termination = Termination.install();
                Local local = Local.start(options, spec.commandLine().getErr(), termination)) {
            out.println(local.ready());
            out.flush();
            if (rehearse) {
                termination.await(REHEARSAL_MILLIS);
                return 0;
            }
            return local.watch(termination) ? 0 : 1;
        } catch (Local.StoppedException e) {
            return 0;
        }
    }
}
