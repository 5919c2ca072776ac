package io.postil.model.hub;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Closes a stream on which nothing has come for too long, so that whoever reads it goes on. */
final class Watchdog implements AutoCloseable {
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "postil-hub-watchdog");
        thread.setDaemon(true);
        return thread;
    });
    private final InputStream stream;
    private volatile long lastSign = System.nanoTime();

    @SuppressWarnings("FutureReturnValueIgnored")
    Watchdog(InputStream stream, Duration patience) {
        this.stream = stream;
        long nanos = patience.toNanos();
        timer.scheduleWithFixedDelay(() -> look(nanos), nanos / 4, nanos / 4, TimeUnit.NANOSECONDS);
    }

    /** Something has come. */
    void sign() {
        lastSign = System.nanoTime();
    }

    private void look(long patience) {
        if (System.nanoTime() - lastSign > patience) {
            timer.shutdown();
            try {
                stream.close();
            } catch (IOException e) {
                throw new UncheckedIOException("a stream that cannot be closed", e);
            }
        }
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
