package io.postil.model.hub;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;

/**
 * A hub of one model, and the other host that its large files lie on. Large are those whose name ends in .safetensors: they are
 * redirected, and known by SHA-256; the others by the SHA-1 of their Git blob.
 */
final class FakeHub implements AutoCloseable {
    /** An answer that stops in the middle and says no more, for a while. */
    static final int SILENT = Integer.MIN_VALUE;

    static final String COMMIT = "0123456789abcdef0123456789abcdef01234567";

    final Map<String, byte[]> files = new TreeMap<>();
    final List<String> requests = new CopyOnWriteArrayList<>();
    final List<String> tokens = new CopyOnWriteArrayList<>();
    final List<String> tokensElsewhere = new CopyOnWriteArrayList<>();
    final Map<String, String> wrongDigests = new ConcurrentHashMap<>();

    private volatile boolean knowsHead = true;
    private final Map<String, List<Integer>> troubles = new ConcurrentHashMap<>();

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final HttpServer hub = server();
    private final HttpServer elsewhere = server();
    private final Path scratch;

    FakeHub(Path scratch) {
        this.scratch = scratch;
        hub.createContext("/api/models/", this::list);
        hub.createContext("/acme/", this::resolve);
        elsewhere.createContext("/", exchange -> {
            tokensElsewhere.addAll(exchange.getRequestHeaders().getOrDefault("Authorization", List.of()));
            String name = exchange.getRequestURI().getPath().substring(1);
            send(exchange, name, files.get(name));
        });
    }

    FakeHub with(String name, String content) {
        files.put(name, content.getBytes(StandardCharsets.UTF_8));
        return this;
    }

    /** Answers to requests for a file's bytes, before the real one: a status, or a cut after so many bytes where it is negative. */
    FakeHub troubled(String name, Integer... answers) {
        troubles.put(name, new CopyOnWriteArrayList<>(answers));
        return this;
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + hub.getAddress().getPort());
    }

    private HttpServer server() {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.setExecutor(threads);
            server.start();
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void list(HttpExchange exchange) throws IOException {
        String siblings =
                files.keySet().stream().map("{\"rfilename\":\"%s\"}"::formatted).collect(Collectors.joining(","));
        note(exchange);
        send(
                exchange,
                "list",
                "{\"sha\":\"%s\",\"siblings\":[%s]}".formatted(COMMIT, siblings).getBytes(StandardCharsets.UTF_8));
    }

    private void resolve(HttpExchange exchange) throws IOException {
        note(exchange);
        String path = exchange.getRequestURI().getPath();
        String name = path.substring(path.lastIndexOf('/') + 1);
        byte[] content = files.get(name);
        if (!knowsHead && exchange.getRequestMethod().equals("HEAD")) {
            exchange.sendResponseHeaders(501, -1);
            exchange.close();
            return;
        }
        boolean large = name.endsWith(".safetensors");
        exchange.getResponseHeaders().set(large ? "X-Linked-Etag" : "ETag", '"' + digest(name) + '"');
        exchange.getResponseHeaders().set("X-Linked-Size", Integer.toString(content.length));
        if (large) {
            exchange.getResponseHeaders()
                    .set(
                            "Location",
                            "http://127.0.0.1:" + elsewhere.getAddress().getPort() + "/" + name);
            exchange.sendResponseHeaders(302, -1);
            exchange.close();
        } else {
            send(exchange, name, content);
        }
    }

    void withoutHead() {
        knowsHead = false;
    }

    private void note(HttpExchange exchange) {
        requests.add(exchange.getRequestMethod() + " " + exchange.getRequestURI());
        tokens.addAll(exchange.getRequestHeaders().getOrDefault("Authorization", List.of()));
    }

    String digest(String name) throws IOException {
        Path file = Files.write(scratch.resolve("digested"), files.get(name));
        String like = "0".repeat(name.endsWith(".safetensors") ? 64 : 40);
        return wrongDigests.getOrDefault(name, BlobDigest.of(file, like));
    }

    private void send(HttpExchange exchange, String name, byte[] content) throws IOException {
        if (exchange.getRequestMethod().equals("HEAD")) {
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
            return;
        }
        String range = exchange.getRequestHeaders().getFirst("Range");
        int from = range == null ? 0 : Integer.parseInt(range.replaceAll("bytes=(\\d+)-", "$1"));
        byte[] rest = Arrays.copyOfRange(content, from, content.length);
        if (from > 0) {
            requests.add("from " + from);
            exchange.getResponseHeaders()
                    .set("Content-Range", "bytes %d-%d/%d".formatted(from, content.length - 1, content.length));
        }
        int status = from > 0 ? 206 : 200;
        if (!isTroubled(exchange, name, status, rest)) {
            write(exchange, status, rest, rest.length);
        }
    }

    private boolean isTroubled(HttpExchange exchange, String name, int status, byte[] content) throws IOException {
        List<Integer> answers = troubles.getOrDefault(name, List.of());
        if (answers.isEmpty()) {
            return false;
        }
        int trouble = answers.remove(0);
        if (trouble == SILENT) {
            exchange.sendResponseHeaders(status, content.length);
            exchange.getResponseBody().write(content, 0, content.length / 2);
            exchange.getResponseBody().flush();
            return true;
        }
        if (trouble < 0) {
            write(exchange, status, content, Math.min(content.length, -trouble));
        } else {
            exchange.getResponseHeaders().set("Retry-After", "7");
            exchange.sendResponseHeaders(trouble, -1);
            exchange.close();
        }
        return true;
    }

    /** Says that all comes, and sends a part. */
    private static void write(HttpExchange exchange, int status, byte[] content, int part) throws IOException {
        exchange.sendResponseHeaders(status, content.length == 0 ? -1 : content.length);
        OutputStream out = exchange.getResponseBody();
        out.write(content, 0, part);
        out.flush();
        exchange.close();
    }

    @Override
    public void close() {
        hub.stop(0);
        elsewhere.stop(0);
        threads.shutdownNow();
    }
}
