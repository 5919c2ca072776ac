package io.postil.model.train;

/** Measures how long something takes. */
record Stopwatch(long startNanos) {

    static Stopwatch started() {
        return new Stopwatch(System.nanoTime());
    }

    double seconds() {
        return (System.nanoTime() - startNanos) / 1e9;
    }
}
