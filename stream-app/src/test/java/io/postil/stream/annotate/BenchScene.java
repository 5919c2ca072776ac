package io.postil.stream.annotate;

import org.junit.jupiter.api.AfterEach;

/** A topology on a {@link Bench}. */
abstract class BenchScene {
    final Bench bench = new Bench();

    @AfterEach
    void close() {
        bench.close();
    }
}
