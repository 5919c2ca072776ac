package io.postil.cli;

import io.postil.model.Agreement;
import io.postil.model.Classifier;
import io.postil.model.DeviceName;
import io.postil.model.Numeric;
import io.postil.model.batch.BatchLimits;
import io.postil.model.torch.TorchOptions;
import io.postil.starter.BundledBase;
import io.postil.starter.StarterCheckpoints;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/** Where models come from; the options of the commands that hold one. */
final class ModelFolder {
    @Option(
            names = "--threads",
            paramLabel = "N",
            defaultValue = "${env:POSTIL_MODEL_THREADS:-0}",
            description = "Threads to compute with; 0 for one a processor (${DEFAULT-VALUE}).")
    private int threads;

    @Option(
            names = "--device",
            paramLabel = "NAME",
            defaultValue = "${env:POSTIL_MODEL_DEVICE:-auto}",
            description = "auto, cpu or cuda:N (${DEFAULT-VALUE}).")
    private String device;

    @Option(
            names = "--numeric",
            paramLabel = "MODE",
            description =
                    "What predict and evaluate compute with: auto (usual with predict: the fastest that agrees with fp32, "
                            + "measured at the start), fp32 (usual with evaluate), bf16, fp16 (GPU) or int8 (CPU).")
    private Numeric numeric;

    @Option(
            names = "--model-cache",
            paramLabel = "DIR",
            defaultValue = "${env:POSTIL_MODEL_CACHE:-${sys:user.home}/.cache/postil/models}",
            description = "Where the bundled base and the starter models are unpacked (${DEFAULT-VALUE}).")
    private Path cache;

    Path cache() {
        return cache;
    }

    int threads() {
        return threads > 0 ? threads : Runtime.getRuntime().availableProcessors();
    }

    private DeviceName device() {
        try {
            return new DeviceName(device);
        } catch (IllegalArgumentException e) {
            throw new UsageException("--device: " + e.getMessage());
        }
    }

    /** Batches that fit the cache of a CPU, answered beside each other. */
    BatchLimits limits() {
        return new BatchLimits(threads(), 256, 64, Integer.MAX_VALUE);
    }

    /** In fp32, with all threads on one batch. */
    TorchOptions options() {
        return new TorchOptions(threads(), device(), Numeric.FP32, Agreement.USUAL);
    }

    /** To answer in batches beside each other, one thread each. */
    TorchOptions answering(Numeric usual) {
        return new TorchOptions(1, device(), numeric == null ? usual : numeric, Agreement.USUAL);
    }

    /** Tells people what a model computes with. */
    void say(CommandSpec command, Classifier classifier) {
        command.commandLine()
                .getErr()
                .println(command.name() + ": " + classifier.info().running());
        command.commandLine().getErr().flush();
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
