package io.postil.model.checkpoint;

/** A tensor in memory, row-major. */
public final class Tensor {
    private final Shape shape;
    private final float[] values;

    /** Takes the array as its own: the caller no longer writes to it. */
    public Tensor(Shape shape, float[] values) {
        if (shape.count() != values.length) {
            throw new IllegalArgumentException(values.length + " values do not fill shape " + shape);
        }
        this.shape = shape;
        this.values = values;
    }

    public Shape shape() {
        return shape;
    }

    /** The values themselves, not a copy. */
    public float[] values() {
        return values;
    }
}
