package io.postil.schemas.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

final class BackoffTest {

    private final Backoff backoff = new Backoff(Duration.ofMillis(100), Duration.ofSeconds(2), Duration.ofSeconds(30));

    @Test
    void shouldDoubleUpToTheLongestPause() {
        assertThat(backoff.pause(0, 1)).isEqualTo(Duration.ofMillis(100));
        assertThat(backoff.pause(1, 1)).isEqualTo(Duration.ofMillis(200));
        assertThat(backoff.pause(4, 1)).isEqualTo(Duration.ofMillis(1600));
        assertThat(backoff.pause(5, 1)).isEqualTo(Duration.ofSeconds(2));
    }

    @Property
    void shouldStayWithinHalfAndAllOfThePause(
            @ForAll @IntRange(min = 0) int attempt, @ForAll @DoubleRange(min = 0, max = 1) double chance) {
        Duration pause = backoff.pause(attempt, chance);

        assertThat(pause).isBetween(backoff.pause(attempt, 0), backoff.pause(attempt, 1));
        assertThat(pause).isBetween(Duration.ofMillis(50), Duration.ofSeconds(2));
    }

    @Test
    void shouldRefuseALongestPauseBelowTheFirst() {
        assertThatThrownBy(() -> new Backoff(Duration.ofSeconds(2), Duration.ofSeconds(1), Duration.ZERO))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
