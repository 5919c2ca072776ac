package io.postil.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Apicurio Registry as a child process on the loopback interface, its data in an H2 file of the given folder, so that
 * schema ids outlive it.
 */
public final class LocalRegistry implements AutoCloseable {
    private static final Duration START_LIMIT = Duration.ofSeconds(90);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(8);
    private static final Duration WRITE_LIMIT = Duration.ofSeconds(90);

    private static final Duration POLL = Duration.ofMillis(50);

    private final Process process;
    private final ChildFile child;
    private final Optional<ClassArchive> written;
    private final Path log;
    private final URI url;

    private LocalRegistry(Process process, ChildFile child, Optional<ClassArchive> written, Path log, URI url) {
        this.process = process;
        this.child = child;
        this.written = written;
        this.log = log;
        this.url = url;
    }

    /**
     * Starts the child and returns at once; {@link #awaitReady} waits for it.
     *
     * @param distribution the unpacked registry: a folder with one {@code *-runner.jar}
     */
    public static LocalRegistry start(Path distribution, Path folder, int port) {
        return start(distribution, folder, port, false);
    }

    /** As {@link #start}; closing writes what makes later starts quick into the distribution's folder, which takes seconds. */
    public static LocalRegistry rehearse(Path distribution, Path folder, int port) {
        return start(distribution, folder, port, true);
    }

    private static LocalRegistry start(Path distribution, Path folder, int port, boolean rehearsal) {
        try {
            Files.createDirectories(folder);
            ChildFile child = new ChildFile(folder.resolve("child"));
            child.endLeftover();
            Path log = folder.resolve("registry.log");
            Path runner = runner(distribution);
            ClassArchive classes = new ClassArchive(runner);
            Process process = command(runner, rehearsal ? classes.write() : classes.use(), folder, Ports.checked(port))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                    .start();
            child.write(process.toHandle());
            URI url = URI.create("http://localhost:" + port + "/apis/ccompat/v7");
            return new LocalRegistry(process, child, rehearsal ? Optional.of(classes) : Optional.empty(), log, url);
        } catch (IOException e) {
            throw new UncheckedIOException("the registry could not be started in " + folder, e);
        }
    }

    /** The Confluent-compatible API. */
    public URI url() {
        return url;
    }

    /** The child's process id. */
    public long pid() {
        return process.pid();
    }

    /** Returns when the registry answers. */
    public LocalRegistry awaitReady() {
        try {
            awaitAnswer();
            return this;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new EmbeddedException("interrupted while the registry was starting", e);
        }
    }

    private void awaitAnswer() throws InterruptedException {
        HttpClient client =
                HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
        long deadline = System.nanoTime() + START_LIMIT.toNanos();
        while (!answers(client)) {
            if (!process.isAlive()) {
                throw new EmbeddedException("the registry ended with code " + process.exitValue() + "; see " + log);
            }
            if (System.nanoTime() > deadline) {
                throw new EmbeddedException("the registry did not answer within " + START_LIMIT + "; see " + log);
            }
            process.waitFor(POLL.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    @Override
    public void close() {
        process.destroy();
        Duration limit = written.isPresent() ? WRITE_LIMIT : STOP_LIMIT;
        try {
            if (process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
                written.ifPresent(ClassArchive::keep);
            } else {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
        child.remove();
    }

    private boolean answers(HttpClient client) throws InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url + "/subjects"))
                .timeout(Duration.ofSeconds(5))
                .build();
        try {
            return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        }
    }

    private static Path runner(Path distribution) throws IOException {
        try (Stream<Path> files = Files.list(distribution)) {
            return files.filter(file -> file.toString().endsWith("-runner.jar"))
                    .findFirst()
                    .orElseThrow(() -> new EmbeddedException("no *-runner.jar of the registry in " + distribution));
        } catch (java.nio.file.NoSuchFileException e) {
            throw new EmbeddedException(
                    "the registry's distribution is not at " + distribution + "; build it first", e);
        }
    }

    /** A C1-only, small JVM starts fastest. The shell makes the child ignore Ctrl-C, so that its owner stops it in order. */
    private static ProcessBuilder command(Path runner, String classes, Path folder, int port) {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        ProcessBuilder builder = new ProcessBuilder(
                "/bin/sh",
                "-c",
                "trap '' INT; exec \"$@\"",
                "sh",
                java,
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xmx256m",
                classes,
                "-Dquarkus.datasource.jdbc.initial-size=1",
                "-Dquarkus.datasource.jdbc.min-size=1",
                "-jar",
                runner.toString());
        builder.environment().put("HTTP_PORT", Integer.toString(port));
        builder.environment().put("QUARKUS_HTTP_HOST", "localhost");
        builder.environment().put("LOG_LEVEL", "WARN");
        builder.environment().put("REGISTRY_LOG_LEVEL", "WARN");
        builder.environment()
                .put(
                        "REGISTRY_DATASOURCE_URL",
                        "jdbc:h2:file:" + folder.toAbsolutePath().resolve("schemas") + ";WRITE_DELAY=0");
        return builder;
    }
}
