package io.postil.model.checkpoint;

import java.util.Arrays;
import java.util.List;

/** The sizes of a tensor's dimensions, outermost first. No sizes at all is a scalar. */
public record Shape(List<Integer> sizes) {

    public Shape {
        sizes = List.copyOf(sizes);
        for (int size : sizes) {
            if (size < 0) {
                throw new IllegalArgumentException("negative size in shape " + sizes);
            }
        }
    }

    public static Shape of(int... sizes) {
        return new Shape(Arrays.stream(sizes).boxed().toList());
    }

    public int size(int dimension) {
        return sizes.get(dimension);
    }

    public int rank() {
        return sizes.size();
    }

    /**
     * The number of elements.
     *
     * @throws ArithmeticException if it exceeds a long
     */
    public long count() {
        long count = 1;
        for (int size : sizes) {
            count = Math.multiplyExact(count, (long) size);
        }
        return count;
    }

    @Override
    public String toString() {
        return sizes.toString();
    }
}
