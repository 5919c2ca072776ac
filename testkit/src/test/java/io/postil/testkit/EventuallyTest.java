package io.postil.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

final class EventuallyTest {

    private final AtomicInteger looks = new AtomicInteger();

    @Test
    void shouldReturnWhenTheAssertionPasses() {
        Eventually.within(Duration.ofSeconds(10))
                .passes(() -> assertThat(looks.incrementAndGet()).isEqualTo(3));

        assertThat(looks).hasValue(3);
    }

    @Test
    void shouldSayWhatTheAssertionSaidLast() {
        assertThatThrownBy(() -> Eventually.within(Duration.ofMillis(20))
                        .passes(() -> assertThat("left").isEqualTo("right")))
                .isInstanceOf(AssertionError.class)
                .hasMessageContainingAll("not within", "left", "right");
    }

    @Test
    void shouldGiveTheFirstValueThereIs() {
        int found = Eventually.within(Duration.ofSeconds(10))
                .gives("number", () -> Optional.of(looks.incrementAndGet()).filter(n -> n > 2));

        assertThat(found).isEqualTo(3);
    }

    @Test
    void shouldNameWhatDidNotCome() {
        assertThatThrownBy(() -> Eventually.within(Duration.ofMillis(20)).gives("receipt", Optional::empty))
                .hasMessageContaining("no receipt within");
    }
}
