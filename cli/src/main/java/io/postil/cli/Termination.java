package io.postil.cli;

import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets a process end in order when it is asked to by SIGINT or SIGTERM: the main thread, which owns everything, closes what it
 * opened while the virtual machine waits, and the exit code is 0.
 */
public final class Termination implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Termination.class);
    private static final long LIMIT_SECONDS = 28;
    private static final long FAILURE_CHECK_MILLIS = 500;

    private final CountDownLatch asked = new CountDownLatch(1);
    private final CountDownLatch ended = new CountDownLatch(1);

    private Termination() {}

    /** From now on the virtual machine does not end before {@link #close}, or {@value #LIMIT_SECONDS} seconds. */
    static Termination install() {
        Termination termination = new Termination();
        Runtime.getRuntime().addShutdownHook(new Thread(termination::hold, "postil-termination"));
        return termination;
    }

    /** One that no signal reaches: for who ends what it started by itself. */
    static Termination none() {
        return new Termination();
    }

    /** Whether the process was asked to end. */
    public boolean asked() {
        return asked.getCount() == 0;
    }

    /** Returns when the process is asked to end: true; or when what it does has failed for good, having said why: false. */
    boolean await(Supplier<Optional<String>> failure) throws InterruptedException {
        Optional<String> reason = failure.get();
        while (reason.isEmpty() && !await(FAILURE_CHECK_MILLIS)) {
            reason = failure.get();
        }
        reason.ifPresent(why -> LOG.error("ending, since a part has failed for good: {}", why));
        return reason.isEmpty();
    }

    /** True as soon as the process is asked to end, false after the time. */
    public boolean await(long millis) throws InterruptedException {
        return asked.await(millis, TimeUnit.MILLISECONDS);
    }

    /** Everything is closed; the virtual machine may end. */
    @Override
    public void close() {
        ended.countDown();
    }

    /** Runs as a shutdown hook; one that System.exit has called finds everything closed already. */
    private void hold() {
        if (ended.getCount() == 0) {
            return;
        }
        asked.countDown();
        int code = 1;
        try {
            code = ended.await(LIMIT_SECONDS, TimeUnit.SECONDS) ? 0 : 1;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        Runtime.getRuntime().halt(code);
    }
}
