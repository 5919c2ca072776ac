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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** A loaded TorchScript module. Threading: {@link #run} from several threads at once while nothing trains. */
final class TorchModule implements AutoCloseable {
    private static final Object RANDOM_NUMBERS = new Object();

    private final NDManager manager;
    private final PtSymbolBlock block;

    private TorchModule(NDManager manager, PtSymbolBlock block) {
        this.manager = manager;
        this.block = block;
    }

    /** Writes the archive to a temporary file and loads it. */
    static TorchModule load(Script script, int threads, Device device, boolean training) {
        return NativeCalls.ofProcess().run(() -> open(script, threads, device, training));
    }

    private static TorchModule open(Script script, int threads, Device device, boolean training) {
        NativeSetting.apply();
        NDManager manager = NDManager.newBaseManager(device, "PyTorch");
        JniUtils.setNumThreads(threads);
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
            return JniUtils.loadModule(
                    manager, file, manager.getDevice().isGpu(), new String[0], new String[0], training);
        } finally {
            Files.delete(file);
        }
    }

    boolean onGpu() {
        return manager.getDevice().isGpu();
    }

    /**
     * Runs {@code forward}, without gradients.
     *
     * @param shape of the longs
     * @return the logits, row-major
     */
    float[] run(LongBuffer longs, long... shape) {
        return within(scope -> {
            JniUtils.setGraphExecutorOptimize(false);
            NDArray input = scope.create(longs, new Shape(shape));
            return IValueUtils.forward(block, new NDList(input), false)
                    .singletonOrThrow()
                    .toFloatArray();
        });
    }

    /** Runs a method of {@link TrainingScript} that takes nothing. */
    void call(String method) {
        within(scope -> train(method, scope, scope.zeros(new Shape(1))));
    }

    /** Makes a native call with tensors of its own. */
    private <T> T within(Function<NDManager, T> call) {
        return NativeCalls.ofProcess().run(() -> {
            try (NDManager scope = manager.newSubManager()) {
                return call.apply(scope);
            }
        });
    }

    /**
     * A training step, or a part of one; returns its share of the loss before it. The native random numbers (dropout) are one sequence
     * for the whole process, so it is set for each call, and calls of different modules wait for each other.
     */
    double step(StepPart part, long seed) {
        synchronized (RANDOM_NUMBERS) {
            return NativeCalls.ofProcess().run(() -> {
                JniUtils.setSeed(seed);
                return step(part);
            });
        }
    }

    private double step(StepPart part) {
        Batch batch = part.batch();
        return within(scope -> train(
                        "step",
                        scope,
                        scope.create(batch.longs(), new Shape(3, batch.rows(), batch.columns())),
                        scope.create(part.targets().labels()),
                        scope.create(part.importance().values()),
                        scope.create(part.rows().places()),
                        scope.create(part.numbers()))
                .toFloatArray()[0]);
    }

    /** A tensor of the state of {@link TrainingScript}. */
    float[] peek(int place) {
        return within(scope -> train("peek", scope, scope.create(place)).toFloatArray());
    }

    /** Replaces a tensor of the state of {@link TrainingScript}. */
    void poke(int place, float[] values, io.postil.model.checkpoint.Shape shape) {
        long[] sizes = shape.sizes().stream().mapToLong(Integer::longValue).toArray();
        within(scope -> train("poke", scope, scope.create(place), scope.create(values, new Shape(sizes))));
    }

    private NDArray train(String method, NDManager scope, NDArray... arguments) {
        boolean before = JniUtils.isGradMode();
        JniUtils.setGraphExecutorOptimize(false);
        JniUtils.setGradMode(true);
        try {
            NDArray name = scope.create(0);
            name.setName("module_method:" + method);
            NDList inputs = new NDList(name);
            inputs.addAll(List.of(arguments));
            return IValueUtils.forward(block, inputs, true).singletonOrThrow();
        } finally {
            JniUtils.setGradMode(before);
        }
    }

    /** The parameters' values now, by identifier, of those wanted. */
    Map<String, float[]> parameters(Set<String> identifiers) {
        return within(scope -> {
            Map<String, float[]> values = new HashMap<>();
            for (NDArray parameter : JniUtils.moduleGetParams(block, (PtNDManager) scope)) {
                if (identifiers.contains(parameter.getName())) {
                    values.put(parameter.getName(), parameter.toFloatArray());
                }
            }
            return values;
        });
    }

    @Override
    public void close() {
        NativeCalls.ofProcess().run(() -> {
            block.close();
            manager.close();
            return null;
        });
    }
}
