package io.postil.stream;

import io.postil.schemas.RegistryUnavailableException;
import io.postil.stream.annotate.Pause;
import io.postil.stream.annotate.StoppedException;
import io.postil.stream.metrics.StreamMetrics;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.streams.errors.MissingSourceTopicException;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What follows when a stream thread ends on an error. What may pass by itself (the registry, a broker or a topic away) replaces the thread,
 * after a wait that grows: its transaction is aborted, its records are read again. All else stops the application, since it
 * would end the same way again. Threading: called from every stream thread.
 */
final class FailurePolicy implements StreamsUncaughtExceptionHandler {
    private static final Logger LOG = LoggerFactory.getLogger(FailurePolicy.class);
    private static final Duration FIRST_WAIT = Duration.ofMillis(500);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(15);

    /** A failure is history when the stream has run this long after it. */
    private static final Duration FORGIVEN = Duration.ofMinutes(1);

    private final Pause pause;
    private final Clock clock;
    private final StreamMetrics metrics;
    private Duration wait = FIRST_WAIT;
    private Optional<Failure> last = Optional.empty();
    private Optional<String> fatal = Optional.empty();

    private record Failure(String what, Instant at) {}

    FailurePolicy(Pause pause, Clock clock, StreamMetrics metrics) {
        this.pause = pause;
        this.clock = clock;
        this.metrics = metrics;
    }

    @Override
    public StreamThreadExceptionResponse handle(Throwable error) {
        if (causes(error).anyMatch(StoppedException.class::isInstance)) {
            return StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
        }
        if (causes(error).noneMatch(FailurePolicy::mayPass)) {
            return stop(error);
        }
        metrics.restarted();
        LOG.atWarn().addKeyValue("error", said(error)).log("A stream thread is replaced");
        try {
            pause.await(failed(said(error)));
            return StreamThreadExceptionResponse.REPLACE_THREAD;
        } catch (StoppedException e) {
            return StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
        }
    }

    /** What stopped the application, if anything did. */
    synchronized Optional<String> fatal() {
        return fatal;
    }

    /** What made a thread end a short while ago, if anything did. */
    synchronized Optional<String> trouble() {
        return last.filter(failure -> clock.instant().isBefore(failure.at().plus(FORGIVEN)))
                .map(Failure::what);
    }

    private synchronized StreamThreadExceptionResponse stop(Throwable error) {
        fatal = Optional.of(said(error));
        LOG.atError().setCause(error).log("The stream stops on an error that would come again");
        return StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
    }

    /** Remembers a failure; returns how long to wait before the next try. */
    private synchronized Duration failed(String what) {
        Duration next = trouble().isEmpty() ? FIRST_WAIT : wait;
        wait = next.multipliedBy(2).compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : next.multipliedBy(2);
        last = Optional.of(new Failure(what, clock.instant()));
        return next;
    }

    private static boolean mayPass(Throwable cause) {
        return cause instanceof RegistryUnavailableException
                || cause instanceof RetriableException
                || cause instanceof MissingSourceTopicException
                || cause instanceof IOException;
    }

    /** The innermost error says most. */
    private static String said(Throwable error) {
        Throwable innermost = causes(error).reduce((outer, inner) -> inner).orElse(error);
        return innermost.getClass().getSimpleName() + ": " + innermost.getMessage();
    }

    private static Stream<Throwable> causes(Throwable error) {
        return Stream.iterate(error, cause -> cause != null, Throwable::getCause)
                .limit(20);
    }
}
