package io.postil.testkit;

import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Fails a test that leaves a thread running which was not there before it, named: something was opened and not closed. Threads
 * that the JDK keeps for itself do not count. A field of {@link LocalKafka} comes first, so that its threads are there before.
 */
public final class LeavesNoThread implements BeforeEachCallback, AfterEachCallback {

    private static final Duration TIME_TO_END = Duration.ofSeconds(5);
    private static final Set<String> OF_THE_JDK = Set.of(
            "ForkJoinPool",
            "HttpClient",
            "process reaper",
            "Cleaner",
            "Common-Cleaner",
            "Keep-Alive",
            "Attach Listener",
            "CompletableFutureDelayScheduler",
            "junit",
            "idle-timeout-task");

    private static final ExtensionContext.Namespace SPACE = ExtensionContext.Namespace.create(LeavesNoThread.class);

    @Override
    public void beforeEach(ExtensionContext context) {
        context.getStore(SPACE).put("before", running());
    }

    @Override
    public void afterEach(ExtensionContext context) {
        check(context.getStore(SPACE).get("before", Set.class), TIME_TO_END);
    }

    static void check(Set<?> before, Duration timeToEnd) {
        Eventually.within(timeToEnd).passes(() -> {
            Set<String> left = running().stream()
                    .filter(thread -> !before.contains(thread))
                    .map(Thread::getName)
                    .collect(Collectors.toCollection(TreeSet::new));
            if (!left.isEmpty()) {
                throw new AssertionError("the test left threads running: " + left);
            }
        });
    }

    static Set<Thread> running() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(Thread::isAlive)
                .filter(thread -> OF_THE_JDK.stream().noneMatch(thread.getName()::startsWith))
                .collect(Collectors.toSet());
    }
}
