package io.postil.model.checkpoint;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/** A base's weights with an adapter folded in: W + scale * B A, and whole modules in place of the base's. */
final class MergedTensors implements Tensors {
    private final Tensors base;
    private final Adapter adapter;

    MergedTensors(Tensors base, Adapter adapter) {
        this.base = base;
        this.adapter = adapter;
    }

    @Override
    public Set<String> names() {
        return base.names();
    }

    @Override
    public Shape shape(String name) {
        return adapter.whole(name).map(Tensor::shape).orElseGet(() -> base.shape(name));
    }

    @Override
    public float[] read(String name) {
        return adapter.whole(name).map(Tensor::values).orElseGet(() -> merged(name));
    }

    private float[] merged(String name) {
        float[] weight = base.read(name);
        String module = name.substring(0, name.lastIndexOf('.'));
        Optional<Tensor> down = adapter.down(module);
        Optional<Tensor> up = adapter.up(module);
        if (name.endsWith(".weight") && down.isPresent() && up.isPresent()) {
            addProduct(weight, up.get(), down.get(), adapter.scale(module));
        }
        return weight;
    }

    private static void addProduct(float[] weight, Tensor up, Tensor down, double scale) {
        int rank = down.shape().size(0);
        int in = down.shape().size(1);
        double[] row = new double[in];
        for (int o = 0; o < up.shape().size(0); o++) {
            Arrays.fill(row, 0);
            for (int r = 0; r < rank; r++) {
                double factor = up.values()[o * rank + r] * scale;
                for (int i = 0; i < in; i++) {
                    row[i] += factor * down.values()[r * in + i];
                }
            }
            for (int i = 0; i < in; i++) {
                weight[o * in + i] += (float) row[i];
            }
        }
    }
}
