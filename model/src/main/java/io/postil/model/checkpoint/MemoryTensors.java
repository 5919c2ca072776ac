package io.postil.model.checkpoint;

import io.postil.model.CheckpointException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** Tensors held in memory. */
public final class MemoryTensors implements Tensors {
    private final Map<String, Tensor> tensors;

    public MemoryTensors(Map<String, Tensor> tensors) {
        this.tensors = new LinkedHashMap<>(tensors);
    }

    @Override
    public Set<String> names() {
        return Collections.unmodifiableSet(tensors.keySet());
    }

    @Override
    public Shape shape(String name) {
        return tensor(name).shape();
    }

    @Override
    public float[] read(String name) {
        return tensor(name).values().clone();
    }

    private Tensor tensor(String name) {
        Tensor tensor = tensors.get(name);
        if (tensor == null) {
            throw new CheckpointException("no tensor " + name);
        }
        return tensor;
    }
}
