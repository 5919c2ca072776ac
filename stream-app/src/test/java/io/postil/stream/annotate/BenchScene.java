package io.postil.stream.annotate;

import java.nio.ByteBuffer;
import org.junit.jupiter.api.AfterEach;

/** A topology on a {@link Bench}. */
abstract class BenchScene {
    final Bench bench = new Bench();

    @AfterEach
    void close() {
        bench.close();
    }

    static byte[] bytes(ByteBuffer buffer) {
        byte[] bytes = new byte[buffer.remaining()];
        buffer.duplicate().get(bytes);
        return bytes;
    }
}
