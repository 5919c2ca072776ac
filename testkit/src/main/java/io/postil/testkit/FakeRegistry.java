package io.postil.testkit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import io.postil.testkit.FakeSubjects.Reply;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.net.ssl.SSLContext;

/**
 * A schema registry that answers as Confluent's does, in this JVM, with the faults that a test asks for. Every subject is
 * BACKWARD_TRANSITIVE. Threading: may be used by several threads at once.
 */
public final class FakeRegistry implements AutoCloseable {

    private static final String BASE = "/apis/ccompat/v7";

    private final HttpServer server;
    private final String scheme;
    private final ExecutorService threads = Executors.newFixedThreadPool(4);
    private final FakeSubjects subjects = new FakeSubjects();
    private final ObjectMapper json = new ObjectMapper();
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final Queue<Integer> faults = new ArrayDeque<>();
    private final Map<String, Reply> fixed = new ConcurrentHashMap<>();
    private final CountDownLatch closing = new CountDownLatch(1);
    private volatile Optional<String> credentials = Optional.empty();
    private volatile boolean silent;

    private FakeRegistry(HttpServer server, String scheme) {
        this.server = server;
        this.scheme = scheme;
        server.createContext(BASE, this::handle);
        server.setExecutor(threads);
        server.start();
    }

    public static FakeRegistry start() {
        try {
            return new FakeRegistry(HttpServer.create(freeAddress(), 0), "http");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** With HTTPS. */
    public static FakeRegistry start(SSLContext tls) {
        try {
            HttpsServer server = HttpsServer.create(freeAddress(), 0);
            server.setHttpsConfigurator(new HttpsConfigurator(tls));
            return new FakeRegistry(server, "https");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** With a path, as Apicurio's has one. */
    public URI url() {
        return URI.create(scheme + "://localhost:" + server.getAddress().getPort() + BASE);
    }

    /** From now on answers 401 to whoever does not give these. */
    public FakeRegistry requiring(String user, String password) {
        byte[] userInfo = (user + ":" + password).getBytes(StandardCharsets.UTF_8);
        credentials = Optional.of("Basic " + Base64.getEncoder().encodeToString(userInfo));
        return this;
    }

    /** Answers the next requests with these statuses. */
    public synchronized FakeRegistry failing(Integer... statuses) {
        faults.addAll(List.of(statuses));
        return this;
    }

    /** From now on answers a request, such as {@code GET /schemas/ids/7}, with this status and body. */
    public FakeRegistry answering(String request, int status, String body) {
        try {
            fixed.put(request, new Reply(status, json.readTree(body)));
            return this;
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("not JSON: " + body, e);
        }
    }

    /** From now on takes requests and does not answer them, or does again. */
    public FakeRegistry silent(boolean silent) {
        this.silent = silent;
        return this;
    }

    /** What was asked, as {@code GET /schemas/ids/1}, in order, whatever was answered. */
    public List<String> requests() {
        return List.copyOf(requests);
    }

    @Override
    public void close() {
        closing.countDown();
        server.stop(0);
        threads.shutdownNow();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getPath().substring(BASE.length());
            requests.add(exchange.getRequestMethod() + " " + path);
            JsonNode body = json.readTree(exchange.getRequestBody());
            if (silent) {
                closing.await();
                return;
            }
            reply(exchange, answer(exchange, path.substring(1), body));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Reply answer(HttpExchange exchange, String path, JsonNode body) {
        String given = exchange.getRequestHeaders().getFirst("Authorization");
        if (credentials.filter(wanted -> !wanted.equals(given)).isPresent()) {
            return subjects.error(401, 401, "Unauthorized");
        }
        Optional<Integer> fault = nextFault();
        return fault.isPresent()
                ? subjects.error(fault.get(), fault.get() * 100 + 1, "Error in the backend data store")
                : Optional.ofNullable(fixed.get(exchange.getRequestMethod() + " /" + path))
                        .orElseGet(() -> subjects.answer(exchange.getRequestMethod(), path, body));
    }

    private synchronized Optional<Integer> nextFault() {
        return Optional.ofNullable(faults.poll());
    }

    private void reply(HttpExchange exchange, Reply reply) throws IOException {
        byte[] bytes = json.writeValueAsBytes(reply.body());
        exchange.getResponseHeaders().set("Content-Type", "application/vnd.schemaregistry.v1+json");
        exchange.sendResponseHeaders(reply.status(), bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    private static InetSocketAddress freeAddress() {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    }
}
