package io.postil.cli;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.postil.model.torch.TorchClassifiers;
import io.postil.model.torch.TorchOptions;
import io.postil.service.OpsServer;
import io.postil.stream.StreamApp;
import io.postil.stream.StreamConfig;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The stream application as a process. */
@Command(
        name = "stream",
        description = "Annotates: utterances in, annotations out, until it is asked to end.",
        mixinStandardHelpOptions = true)
final class StreamCommand implements Callable<Integer> {
    private static final Logger LOG = LoggerFactory.getLogger(StreamCommand.class);

    @Option(
            names = "--config",
            paramLabel = "FILE",
            description = "YAML; POSTIL_… environment variables override it. See docs/configuration.md.")
    private Path config;

    @Mixin
    private ModelFolder models;

    @Override
    public Integer call() throws InterruptedException {
        StreamConfig settings = StreamConfig.read(Optional.ofNullable(config), System.getenv());
        PrometheusMeterRegistry metrics = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        TorchClassifiers classifiers = new TorchClassifiers(models.bases(), new TorchOptions(settings.nativeThreads()));
        try (Termination termination = Termination.install();
                StreamApp app = StreamApp.start(settings, metrics, classifiers);
                OpsServer ops = OpsServer.start(
                        settings.http().host(), settings.http().port(), metrics, Map.of("stream", app::health))) {
            LOG.atInfo().addKeyValue("http", ops.url()).log("started");
            return termination.await(app::failure) ? 0 : 1;
        }
    }
}
