package io.postil.model.torch;

import io.postil.model.CheckpointException;
import io.postil.model.checkpoint.BaseModels;
import io.postil.model.checkpoint.Checkpoint;
import io.postil.model.checkpoint.Tensors;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/**
 * Writes a model as the TorchScript archive that it is run from, for PyTorch elsewhere. Its {@code forward} takes longs [3, batch,
 * tokens] (ids, token types, and a mask that is 1 where there is a token) and gives logits.
 */
public final class TorchExport {

    private TorchExport() {}

    /**
     * Writes the archive, replacing the file if there is one.
     *
     * @throws CheckpointException if the checkpoint cannot be opened, or the file not written
     */
    public static void write(Path folder, BaseModels bases, Path file) {
        Checkpoint checkpoint = Checkpoint.open(folder, bases);
        Path unfinished = file.resolveSibling(file.getFileName() + ".unfinished");
        try {
            TorchArchive.write(unfinished, script(checkpoint));
            Files.move(unfinished, file, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new CheckpointException(file + ": cannot be written", e);
        }
    }

    private static Script script(Checkpoint checkpoint) {
        Tensors weights = checkpoint.weights();
        List<Script.Parameter> parameters = checkpoint.config().slots().stream()
                .map(slot -> new Script.Parameter(
                        ScriptText.identifier(slot.name()), slot.shape(), false, () -> weights.read(slot.name())))
                .toList();
        String methods = Scripts.methods(checkpoint.config().encoder(), checkpoint.head(), Linears.plain());
        return new Script(parameters, List.of(), methods);
    }
}
