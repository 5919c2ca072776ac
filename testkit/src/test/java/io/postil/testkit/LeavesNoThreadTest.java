package io.postil.testkit;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

final class LeavesNoThreadTest {

    private final Set<Thread> before = LeavesNoThread.running();

    @Test
    void shouldNameAThreadThatIsLeftRunning() {
        ExecutorService left = Executors.newSingleThreadExecutor(task -> new Thread(task, "left behind"));
        left.execute(() -> {});

        assertThatThrownBy(() -> LeavesNoThread.check(before, Duration.ofMillis(50)))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("[left behind]");

        left.shutdown();
    }

    @Test
    void shouldGiveAThreadTimeToEnd() {
        ExecutorService ending = Executors.newSingleThreadExecutor();
        ending.execute(() -> {});
        ending.shutdown();

        assertThatCode(() -> LeavesNoThread.check(before, Duration.ofSeconds(20)))
                .doesNotThrowAnyException();
    }
}
