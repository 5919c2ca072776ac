package io.postil.cli;

import io.postil.cli.local.TrainerWiring;
import io.postil.trainer.TrainerApp;
import io.postil.trainer.TrainerConfig;
import io.postil.trainer.TrainerParts;
import picocli.CommandLine.Command;

/** The trainer as a process. */
@Command(
        name = "trainer",
        description = "Learns: corrections in, receipts and better versions out, until it is asked to end.",
        mixinStandardHelpOptions = true)
final class TrainerCommand extends ProcessCommand {

    @Override
    public Integer call() throws InterruptedException {
        TrainerConfig config = TrainerConfig.read(config(), System.getenv());
        return run("trainer", config.service().http(), metrics -> TrainerApp.start(config, metrics, parts(config)));
    }

    private TrainerParts parts(TrainerConfig config) {
        return TrainerWiring.parts(models().bundled(), models().cache(), models().options(), config.learning());
    }
}
