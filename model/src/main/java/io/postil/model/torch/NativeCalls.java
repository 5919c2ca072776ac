package io.postil.model.torch;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;

/**
 * Calls of the native library, and the end of the process. A virtual machine that ends frees what the library keeps for the whole process; a
 * call that is under way then crashes. Who closes all models before the process ends needs nothing of this; who may be ended at
 * any moment, such as a command by Ctrl-C, lets {@link #endWithProcess} see to it that no call is under way then. Threading: any.
 */
public final class NativeCalls {
    private static final NativeCalls OF_PROCESS = new NativeCalls();
    private static final long LIMIT_SECONDS = 20;

    /** Fair, so that an end comes after the calls under way and before all others. */
    private final ReentrantReadWriteLock gate = new ReentrantReadWriteLock(true);

    NativeCalls() {}

    static NativeCalls ofProcess() {
        return OF_PROCESS;
    }

    /** From now on the process waits for native calls under way when it ends, and begins no other; it waits 20 seconds at most. */
    public static void endWithProcess() {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> OF_PROCESS.end(LIMIT_SECONDS), "postil-native-end"));
    }

    /** Makes a call; never returns where {@link #end} has been called. Calls run beside each other. */
    <T> T run(Supplier<T> call) {
        gate.readLock().lock();
        try {
            return call.get();
        } finally {
            gate.readLock().unlock();
        }
    }

    /** Waits for the calls under way, and keeps all others from beginning, for good. False where one lasts longer. */
    boolean end(long seconds) {
        try {
            return gate.writeLock().tryLock(seconds, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
