package io.postil.model.checkpoint;

import java.util.Set;

/** Named tensors, of which one at a time is read into memory as 32-bit floats in row-major order. */
public interface Tensors {

    Set<String> names();

    /**
     * The shape of one tensor.
     *
     * @throws io.postil.model.CheckpointException if there is no such tensor
     */
    Shape shape(String name);

    /**
     * Reads one tensor whole. The array belongs to the caller.
     *
     * @throws io.postil.model.CheckpointException if there is no such tensor, or it cannot be read as floats
     */
    float[] read(String name);
}
