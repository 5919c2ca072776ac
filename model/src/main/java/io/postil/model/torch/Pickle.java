package io.postil.model.torch;

import io.postil.model.checkpoint.Shape;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/**
 * Writes the part of the pickle format, protocol 2, that a TorchScript archive's data.pkl needs. Nothing in this library
 * reads pickles.
 *
 * @see <a href="https://github.com/pytorch/pytorch/blob/v2.7.1/torch/csrc/jit/serialization/unpickler.cpp">its reader</a>
 */
final class Pickle {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    Pickle() {
        op(0x80).op(2);
    }

    byte[] finish() {
        op('.');
        return out.toByteArray();
    }

    Pickle emptyTuple() {
        return op(')');
    }

    Pickle emptyList() {
        return op(']');
    }

    /** Begins an object of a class; its attributes follow, each a string and a value, then {@link #endObject}. */
    Pickle beginObject(String module, String name) {
        return global(module, name).emptyTuple().op(0x81).op('}').op('(');
    }

    Pickle endObject() {
        return op('u').op('b');
    }

    Pickle string(String value) {
        byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
        op('X').little(bytes.length);
        out.writeBytes(bytes);
        return this;
    }

    Pickle bool(boolean value) {
        return op(value ? 0x88 : 0x89);
    }

    Pickle none() {
        return op('N');
    }

    /** A contiguous float tensor on the CPU whose storage is the record {@code data/KEY}. */
    Pickle tensor(String key, Shape shape, boolean requiresGradient) {
        global("torch._utils", "_rebuild_tensor_v2").op('(');
        op('(').string("storage").global("torch", "FloatStorage").string(key).string("cpu");
        integer(shape.count()).op('t').op('Q');
        integer(0);
        op('(');
        shape.sizes().forEach(this::integer);
        op('t').op('(');
        for (int dimension = 0; dimension < shape.rank(); dimension++) {
            integer(new Shape(shape.sizes().subList(dimension + 1, shape.rank())).count());
        }
        op('t').bool(requiresGradient);
        return global("collections", "OrderedDict").emptyTuple().op('R').op('t').op('R');
    }

    private Pickle global(String module, String name) {
        op('c');
        out.writeBytes((module + "\n" + name + "\n").getBytes(StandardCharsets.UTF_8));
        return this;
    }

    private Pickle integer(long value) {
        return op('J').little(Math.toIntExact(value));
    }

    private Pickle little(int value) {
        return op(value).op(value >> 8).op(value >> 16).op(value >> 24);
    }

    private Pickle op(int code) {
        out.write(code);
        return this;
    }
}
