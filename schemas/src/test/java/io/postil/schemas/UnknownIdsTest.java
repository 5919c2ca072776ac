package io.postil.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class UnknownIdsTest {

    private final AtomicLong nanos = new AtomicLong();
    private final UnknownIds ids = new UnknownIds(Duration.ofSeconds(5), nanos::get);

    @Test
    void shouldRememberAnIdForAShortTime() {
        ids.add(7);

        nanos.set(Duration.ofSeconds(4).toNanos());

        assertThat(ids.contains(7)).isTrue();
        assertThat(ids.contains(8)).isFalse();
    }

    @Test
    void shouldForgetAnIdThatMayHaveBeenRegisteredSince() {
        ids.add(7);

        nanos.set(Duration.ofSeconds(5).toNanos());

        assertThat(ids.contains(7)).isFalse();
    }

    @Test
    void shouldStaySmallWhateverGarbageHolds() {
        IntStream.range(0, 100_000).forEach(ids::add);

        assertThat(IntStream.range(0, 100_000).filter(ids::contains).count()).isEqualTo(1_000);
    }
}
