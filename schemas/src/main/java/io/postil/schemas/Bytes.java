package io.postil.schemas;

import java.nio.ByteBuffer;

/** Bytes of a record's field, as Avro hands them out. */
public final class Bytes {

    private Bytes() {}

    /** A copy of what remains of a buffer, which stays where it is. */
    public static byte[] of(ByteBuffer buffer) {
        byte[] bytes = new byte[buffer.remaining()];
        buffer.duplicate().get(bytes);
        return bytes;
    }
}
