package io.postil.model.torch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
final class NativeCallsTest {
    private final NativeCalls calls = new NativeCalls();
    /** The common pool may have a single thread, and calls here wait for each other. */
    private final ExecutorService threads = Executors.newFixedThreadPool(2);

    @AfterEach
    void endThreads() {
        threads.shutdownNow();
    }

    @Test
    void shouldMakeCallsBesideEachOther() throws InterruptedException {
        var together = new CountDownLatch(2);

        var one = CompletableFuture.runAsync(() -> calls.run(() -> meet(together)), threads);
        var other = CompletableFuture.runAsync(() -> calls.run(() -> meet(together)), threads);

        CompletableFuture.allOf(one, other).join();
        assertThat(together.getCount()).isZero();
    }

    @Test
    void shouldEndAfterTheCallUnderWay() throws InterruptedException {
        var go = new CountDownLatch(1);
        var call = underWayUntil(go);

        var end = CompletableFuture.supplyAsync(() -> calls.end(50), threads);

        assertThat(end.isDone()).isFalse();
        go.countDown();
        assertThat(end.join()).isTrue();
        assertThat(call.join()).isTrue();
    }

    @Test
    void shouldNotWaitForeverForACallThatLasts() throws InterruptedException {
        var go = new CountDownLatch(1);
        var call = underWayUntil(go);

        assertThat(calls.end(0)).isFalse();

        go.countDown();
        assertThat(call.join()).isTrue();
    }

    @Test
    void shouldBeginNoCallAfterTheEnd() throws InterruptedException {
        calls.end(1);
        var begun = new CountDownLatch(1);
        var late = new Thread(() -> calls.run(() -> {
            begun.countDown();
            return null;
        }));
        late.setDaemon(true);

        late.start();

        while (late.getState() != Thread.State.WAITING) {
            Thread.onSpinWait();
        }
        assertThat(begun.getCount()).isEqualTo(1);
    }

    private CompletableFuture<Boolean> underWayUntil(CountDownLatch go) throws InterruptedException {
        var begun = new CountDownLatch(1);
        var call = CompletableFuture.supplyAsync(
                () -> calls.run(() -> {
                    begun.countDown();
                    return await(go);
                }),
                threads);
        begun.await();
        return call;
    }

    private static boolean meet(CountDownLatch all) {
        all.countDown();
        return await(all);
    }

    private static boolean await(CountDownLatch latch) {
        try {
            latch.await();
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
