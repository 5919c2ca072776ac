package io.postil.cli.kills;

import io.postil.cli.Postil;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.IntUnaryOperator;

/** A {@code postil} process of this test's classes, killed and started again now and then; what it logs is appended to a file. */
final class Child implements AutoCloseable {
    private static final long STOP_SECONDS = 40;

    private final String command;
    private final Map<String, String> environment;
    private final Path log;
    private final IntUnaryOperator random;
    private Process process;
    private long deathAt = System.nanoTime();

    /** @param random a number from 0 to below the one given */
    Child(String command, Map<String, String> environment, Path log, IntUnaryOperator random) {
        this.command = command;
        this.environment = environment;
        this.log = log;
        this.random = random;
    }

    /** Kills it where its time has come, and starts it again for at most so long. */
    void live(Duration longest) {
        if (System.nanoTime() - deathAt >= 0) {
            kill();
            start();
            deathAt = System.nanoTime()
                    + Duration.ofMillis(random.applyAsInt((int) longest.toMillis()))
                            .toNanos();
        }
    }

    private void start() {
        ProcessBuilder builder = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx1g",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "--enable-native-access=ALL-UNNAMED",
                        "-Dai.djl.offline=true",
                        "-Dlogback.configurationFile=" + System.getProperty("postil.root")
                                + "/cli/src/main/resources/logback.xml",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Postil.class.getName(),
                        command,
                        "--threads=1"))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().putAll(environment);
        try {
            process = builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As {@code kill -9} does; returns when it is gone. */
    private void kill() {
        if (process != null) {
            process.destroyForcibly();
            await();
        }
    }

    /** As SIGTERM does. */
    int stop() {
        process.destroy();
        return await();
    }

    String said() {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        kill();
    }

    private int await() {
        try {
            if (!process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
                throw new AssertionError("postil " + command + " does not end");
            }
            return process.exitValue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
