package io.postil.cli;

import io.postil.model.torch.TorchExport;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** A model for PyTorch elsewhere. */
@Command(
        name = "export",
        description = {
            "Writes a model as the TorchScript archive that it is run from; PyTorch opens it with torch.jit.load.",
            "It takes longs [3, batch, tokens] (token ids, token types, and a mask that is 1 where there is a token) and gives "
                    + "logits."
        },
        mixinStandardHelpOptions = true)
final class ExportCommand implements Callable<Integer> {
    @Mixin
    private ModelFolder models;

    @Option(
            names = "--model",
            required = true,
            paramLabel = "DIR",
            description = "A checkpoint folder, or the name of a task for its starter model.")
    private String model;

    @Option(names = "--output", required = true, paramLabel = "FILE", description = "The archive, usually NAME.pt.")
    private Path output;

    @Override
    public Integer call() {
        TorchExport.write(models.folder(model), models.bases(), output);
        return 0;
    }
}
