package io.postil.cli.local;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.function.Supplier;

/** Says what is being done, and how long each step took. Steps may run at the same time. */
final class Steps {
    private final PrintWriter err;
    private final long start = System.nanoTime();

    Steps(PrintWriter err) {
        this.err = err;
    }

    <T> T run(String name, Supplier<T> step) {
        say(name + " …");
        long before = System.nanoTime();
        T result = step.get();
        say(String.format(Locale.ROOT, "%s: done in %.1f s", name, (System.nanoTime() - before) / 1e9));
        return result;
    }

    void say(String line) {
        synchronized (err) {
            err.printf(Locale.ROOT, "[%5.1f s] %s%n", (System.nanoTime() - start) / 1e9, line);
            err.flush();
        }
    }
}
