package io.postil.cli.local;

import io.postil.model.torch.TorchOptions;
import io.postil.starter.BundledBase;
import java.nio.file.Path;

/**
 * How `postil local` runs.
 *
 * @param port of HTTP; the broker's is one more, the registry's two more; 0 for any free ones
 * @param distribution the unpacked registry
 * @param terminal whether standard error is one
 * @param modelCache where the bundled base and the starter models are unpacked
 */
public record LocalOptions(
        Path data,
        int port,
        boolean feed,
        Path distribution,
        Path modelCache,
        BundledBase bases,
        TorchOptions torch,
        boolean terminal) {}
