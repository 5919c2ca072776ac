package io.postil.cli;

import io.postil.model.torch.TorchOptions;
import io.postil.starter.BundledBase;
import io.postil.starter.StarterCheckpoints;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** Where models come from; the options of the commands that hold one. */
final class ModelFolder {
    @Option(
            names = "--threads",
            paramLabel = "N",
            defaultValue = "${env:POSTIL_MODEL_THREADS:-2}",
            description = "Native threads of one batch (${DEFAULT-VALUE}).")
    private int threads;

    @Option(
            names = "--model-cache",
            paramLabel = "DIR",
            defaultValue = "${env:POSTIL_MODEL_CACHE:-${sys:user.home}/.cache/postil/models}",
            description = "Where the bundled base and the starter models are unpacked (${DEFAULT-VALUE}).")
    private Path cache;

    Path cache() {
        return cache;
    }

    TorchOptions options() {
        return new TorchOptions(threads);
    }

    BundledBase bases() {
        return new BundledBase(cache);
    }

    /** A checkpoint folder, or the starter model of the task of that name. */
    Path folder(String model) {
        Path folder = Path.of(model);
        if (Files.isDirectory(folder)) {
            return folder;
        }
        if (StarterCheckpoints.TASKS.contains(model)) {
            return new StarterCheckpoints(bases()).unpack(model, cache);
        }
        throw new UsageException(
                "--model: " + model + " is no folder and no starter model (expected a checkpoint folder, or "
                        + "one of " + StarterCheckpoints.TASKS + ")");
    }
}
