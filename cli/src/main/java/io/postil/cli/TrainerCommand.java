package io.postil.cli;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.postil.cli.local.TrainerWiring;
import io.postil.service.OpsServer;
import io.postil.trainer.TrainerApp;
import io.postil.trainer.TrainerConfig;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The trainer as a process. */
@Command(
        name = "trainer",
        description = "Learns: corrections in, receipts and better versions out, until it is asked to end.",
        mixinStandardHelpOptions = true)
final class TrainerCommand implements Callable<Integer> {
    private static final Logger LOG = LoggerFactory.getLogger(TrainerCommand.class);

    @Option(
            names = "--config",
            paramLabel = "FILE",
            description = "YAML; POSTIL_… environment variables override it. See docs/configuration.md.")
    private Path config;

    @Mixin
    private ModelFolder models;

    @Override
    public Integer call() throws InterruptedException {
        TrainerConfig settings = TrainerConfig.read(Optional.ofNullable(config), System.getenv());
        PrometheusMeterRegistry metrics = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        try (Termination termination = Termination.install();
                TrainerApp app = TrainerApp.start(
                        settings, metrics, TrainerWiring.parts(models.bases(), models.cache(), models.options()));
                OpsServer ops = OpsServer.start(
                        settings.http().host(), settings.http().port(), metrics, Map.of("trainer", app::health))) {
            LOG.atInfo().addKeyValue("http", ops.url()).log("started");
            return termination.await(app::failure) ? 0 : 1;
        }
    }
}
