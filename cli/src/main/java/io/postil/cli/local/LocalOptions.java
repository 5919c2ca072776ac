package io.postil.cli.local;

import io.postil.model.torch.TorchOptions;
import io.postil.starter.BundledBase;
import java.nio.file.Path;
import java.util.Map;

/**
 * How `postil local` runs.
 *
 * @param port of HTTP; the broker's is one more, the registry's two more; 0 for any free ones
 * @param distribution the unpacked registry
 * @param settings POSTIL_… variables of stream and trainer; where things are is local's own to say
 * @param modelCache where the bundled base and the starter models are unpacked
 * @param terminal whether standard error is one
 * @param rehearsal whether to leave behind what makes later starts quick
 */
public record LocalOptions(
        Path data,
        int port,
        boolean feed,
        Map<String, String> settings,
        Path distribution,
        Path modelCache,
        BundledBase bases,
        TorchOptions torch,
        boolean terminal,
        boolean rehearsal) {

    public LocalOptions {
        settings = Map.copyOf(settings);
    }
}
