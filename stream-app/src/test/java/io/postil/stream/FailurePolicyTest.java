package io.postil.stream;

import static org.assertj.core.api.Assertions.assertThat;

import io.postil.schemas.RegistryUnavailableException;
import io.postil.stream.annotate.StoppedException;
import io.postil.stream.fixtures.RecordingMetrics;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.streams.errors.StreamsException;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FailurePolicyTest {
    private final List<Duration> waits = new ArrayList<>();
    private final RecordingMetrics metrics = new RecordingMetrics();
    private final Clock clock = Clock.fixed(Instant.EPOCH, ZoneOffset.UTC);
    private final FailurePolicy policy = new FailurePolicy(waits::add, clock, metrics);

    @Test
    void shouldReplaceTheThreadWhenTheRegistryIsAway() {
        assertThat(policy.handle(registryAway())).isEqualTo(StreamThreadExceptionResponse.REPLACE_THREAD);
        assertThat(policy.trouble()).contains("RegistryUnavailableException: nobody answers");
        assertThat(policy.fatal()).isEmpty();
        assertThat(metrics.count("restarted")).isEqualTo(1);
    }

    @Test
    void shouldReplaceTheThreadWhenABrokerIsAway() {
        assertThat(policy.handle(new StreamsException(new TimeoutException("no leader"))))
                .isEqualTo(StreamThreadExceptionResponse.REPLACE_THREAD);
    }

    @ParameterizedTest
    @ValueSource(classes = {TopicAuthorizationException.class, IllegalStateException.class})
    void shouldStopOnWhatWouldComeAgain(Class<? extends Exception> type) throws ReflectiveOperationException {
        Exception error = type.getConstructor(String.class).newInstance("no");

        assertThat(policy.handle(new StreamsException(error))).isEqualTo(StreamThreadExceptionResponse.SHUTDOWN_CLIENT);
        assertThat(policy.fatal()).get().asString().startsWith(type.getSimpleName());
    }

    @Test
    void shouldWaitLongerEachTimeUpToABound() {
        for (int i = 0; i < 8; i++) {
            policy.handle(registryAway());
        }

        assertThat(waits).isSorted().startsWith(Duration.ofMillis(500), Duration.ofSeconds(1));
        assertThat(waits.get(7)).isEqualTo(Duration.ofSeconds(15));
    }

    @Test
    void shouldNotReplaceAThreadWhileTheApplicationStops() {
        var stopping = new FailurePolicy(
                time -> {
                    throw new StoppedException();
                },
                clock,
                metrics);

        assertThat(stopping.handle(registryAway())).isEqualTo(StreamThreadExceptionResponse.SHUTDOWN_CLIENT);
        assertThat(stopping.handle(new StreamsException(new StoppedException())))
                .isEqualTo(StreamThreadExceptionResponse.SHUTDOWN_CLIENT);
        assertThat(stopping.fatal()).isEmpty();
    }

    private static Exception registryAway() {
        return new StreamsException(new RegistryUnavailableException("nobody answers"));
    }
}
