package io.postil.schemas;

import java.nio.ByteBuffer;

/**
 * The Confluent wire format: byte 0, the schema's id in four bytes, big-endian, then the value in Avro binary. See
 * "Wire format" in the documentation of Confluent's Schema Registry.
 */
final class WireFormat {

    static final int HEADER_BYTES = 5;
    private static final byte MAGIC = 0;

    private WireFormat() {}

    static byte[] header(int id) {
        return ByteBuffer.allocate(HEADER_BYTES).put(MAGIC).putInt(id).array();
    }

    /** Whether the bytes begin as the format does. */
    static boolean begins(byte[] bytes) {
        return bytes.length >= HEADER_BYTES && bytes[0] == MAGIC;
    }

    static int id(byte[] bytes) {
        return ByteBuffer.wrap(bytes).getInt(1);
    }
}
