package io.postil.cli;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.postil.service.HttpConfig;
import io.postil.service.OpsServer;
import io.postil.service.Part;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** A part as a process of its own: runs until it is asked to end. */
abstract class ProcessCommand implements Callable<Integer> {
    private static final Logger LOG = LoggerFactory.getLogger(ProcessCommand.class);

    @Option(
            names = "--config",
            paramLabel = "FILE",
            description = "YAML; POSTIL_… environment variables override it. See docs/configuration.md.")
    private Path config;

    @Mixin
    private ModelFolder models;

    Optional<Path> config() {
        return Optional.ofNullable(config);
    }

    ModelFolder models() {
        return models;
    }

    /**
     * Exit code 0 where it was asked to end, 1 where it has failed for good. The web server closes first: nobody asks what is
     * closed how it is.
     */
    int run(String name, HttpConfig http, Function<MeterRegistry, Part> start) throws InterruptedException {
        PrometheusMeterRegistry metrics = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        try (Termination termination = Termination.install();
                Part part = start.apply(metrics);
                OpsServer ops = OpsServer.start(http.host(), http.port(), metrics, Map.of(name, part::health))) {
            LOG.atInfo().addKeyValue("http", ops.url()).log("started");
            return termination.await(part::failure) ? 0 : 1;
        }
    }
}
