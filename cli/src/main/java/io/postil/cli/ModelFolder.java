package io.postil.cli;

import io.postil.model.checkpoint.BaseModels;
import io.postil.model.torch.TorchOptions;
import io.postil.starter.BundledBase;
import io.postil.starter.StarterCheckpoints;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Mixin;
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

    @Mixin
    private HubOptions hub;

    Path cache() {
        return cache;
    }

    TorchOptions options() {
        return new TorchOptions(threads);
    }

    BundledBase bundled() {
        return new BundledBase(cache);
    }

    /** Bases by their names: the bundled one, and those that were pulled. */
    BaseModels bases() {
        return name -> bundled().find(name).or(() -> hub.cache().find(name));
    }

    /** A checkpoint folder, the starter model of the task of that name, or a model that was pulled. */
    Path folder(String model) {
        Path folder = Path.of(model);
        if (Files.isDirectory(folder)) {
            return folder;
        }
        if (StarterCheckpoints.TASKS.contains(model)) {
            return new StarterCheckpoints(bundled()).unpack(model, cache);
        }
        return hub.cache()
                .find(model)
                .orElseThrow(() -> new UsageException("--model: " + model
                        + " is no folder, no starter model and was not pulled (expected a checkpoint folder, one of "
                        + StarterCheckpoints.TASKS + ", or a name that postil pull has fetched)"));
    }
}
