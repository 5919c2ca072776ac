package io.postil.model.torch;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.engine.PtNDManager;
import ai.djl.pytorch.engine.PtSymbolBlock;
import ai.djl.pytorch.jni.IValueUtils;
import ai.djl.pytorch.jni.JniUtils;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.LongBuffer;
import java.nio.file.Files;
import java.nio.file.Path;

/** A loaded TorchScript module. Threading: {@link #run} from several threads at once while nothing trains. */
final class TorchModule implements AutoCloseable {
    private final NDManager manager;
    private final PtSymbolBlock block;

    private TorchModule(NDManager manager, PtSymbolBlock block) {
        this.manager = manager;
        this.block = block;
    }

    /** Writes the archive to a temporary file and loads it. */
    static TorchModule load(Script script, TorchOptions options, boolean training) {
        NativeSetting.apply();
        NDManager manager = NDManager.newBaseManager(Device.cpu(), "PyTorch");
        JniUtils.setNumThreads(options.threads());
        try {
            return new TorchModule(manager, load((PtNDManager) manager, script, training));
        } catch (IOException e) {
            manager.close();
            throw new UncheckedIOException(e);
        } catch (RuntimeException e) {
            manager.close();
            throw e;
        }
    }

    private static PtSymbolBlock load(PtNDManager manager, Script script, boolean training) throws IOException {
        Path file = Files.createTempFile("postil", ".pt");
        try {
            TorchArchive.write(file, script);
            return JniUtils.loadModule(manager, file, false, new String[0], new String[0], training);
        } finally {
            Files.delete(file);
        }
    }

    /**
     * Runs {@code forward}, without gradients.
     *
     * @param shape of the longs
     * @return the logits, row-major
     */
    float[] run(LongBuffer longs, long... shape) {
        JniUtils.setGraphExecutorOptimize(false);
        try (NDManager scope = manager.newSubManager()) {
            NDArray input = scope.create(longs, new Shape(shape));
            return IValueUtils.forward(block, new NDList(input), false)
                    .singletonOrThrow()
                    .toFloatArray();
        }
    }

    @Override
    public void close() {
        block.close();
        manager.close();
    }
}
