package io.postil.model.checkpoint;

import java.nio.ByteBuffer;
import java.util.Optional;

/** The element types of the safetensors format, little-endian. Floats of 16 and 32 bits are the ones that can be read. */
enum ElementType {
    F32(4) {
        @Override
        void read(ByteBuffer from, float[] to, int offset, int count) {
            from.asFloatBuffer().get(to, offset, count);
        }
    },
    F16(2) {
        @Override
        void read(ByteBuffer from, float[] to, int offset, int count) {
            for (int i = 0; i < count; i++) {
                to[offset + i] = half(from.getShort(2 * i));
            }
        }
    },
    BF16(2) {
        @Override
        void read(ByteBuffer from, float[] to, int offset, int count) {
            for (int i = 0; i < count; i++) {
                to[offset + i] = Float.intBitsToFloat(from.getShort(2 * i) << 16);
            }
        }
    },
    F64(8),
    I64(8),
    U64(8),
    I32(4),
    U32(4),
    I16(2),
    U16(2),
    I8(1),
    U8(1),
    BOOL(1),
    F8_E4M3(1),
    F8_E5M2(1);

    private final int bytes;

    ElementType(int bytes) {
        this.bytes = bytes;
    }

    int bytes() {
        return bytes;
    }

    boolean readable() {
        return this == F32 || this == F16 || this == BF16;
    }

    /** Converts {@code count} elements at the start of the buffer. */
    void read(ByteBuffer from, float[] to, int offset, int count) {
        throw new UnsupportedOperationException(this + " is not read as float");
    }

    static Optional<ElementType> named(String name) {
        for (ElementType type : values()) {
            if (type.name().equals(name)) {
                return Optional.of(type);
            }
        }
        return Optional.empty();
    }

    /** IEEE 754 binary16: one sign bit, five exponent bits with bias 15, ten fraction bits. */
    private static float half(short bits) {
        int sign = (bits & 0x8000) << 16;
        int exponent = (bits >> 10) & 0x1f;
        int fraction = bits & 0x3ff;
        if (exponent == 0) {
            float magnitude = fraction * 0x1p-24f;
            return sign == 0 ? magnitude : -magnitude;
        }
        int wide = exponent == 0x1f ? 0xff : exponent + 112;
        return Float.intBitsToFloat(sign | wide << 23 | fraction << 13);
    }
}
