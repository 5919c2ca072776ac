package io.postil.service;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;

/**
 * {@code GET /metrics} (Prometheus text) and {@code GET /health} (JSON; 200 when every part is up, else 503). Owns its
 * threads; {@link #close} stops them.
 */
public final class OpsServer implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpServer server;
    private final ExecutorService threads;

    private OpsServer(HttpServer server, ExecutorService threads) {
        this.server = server;
        this.threads = threads;
    }

    /**
     * Starts listening.
     *
     * @param host {@code localhost}, or {@code 0.0.0.0} in a container
     * @param port 0 for any free one
     * @param parts the process's parts by name; asked at each request, from the server's threads
     */
    public static OpsServer start(
            String host, int port, PrometheusMeterRegistry metrics, Map<String, Supplier<Health>> parts) {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(host, port), 16);
            ExecutorService threads = Executors.newFixedThreadPool(2, runnable -> {
                Thread thread = new Thread(runnable, "postil-ops");
                thread.setDaemon(true);
                return thread;
            });
            server.setExecutor(threads);
            server.createContext("/metrics", exchange -> {
                answer(exchange, "/metrics", 200, "text/plain; version=0.0.4; charset=utf-8", metrics::scrape);
            });
            server.createContext("/health", exchange -> health(exchange, parts));
            server.start();
            return new OpsServer(server, threads);
        } catch (IOException e) {
            throw new UncheckedIOException("http.port " + port + " on " + host + " cannot be listened on", e);
        }
    }

    public URI url() {
        return URI.create("http://localhost:" + server.getAddress().getPort());
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private static void health(HttpExchange exchange, Map<String, Supplier<Health>> parts) throws IOException {
        Map<String, Health> states = new LinkedHashMap<>();
        parts.forEach((name, part) -> states.put(name, part.get()));
        Health.Status worst = states.values().stream()
                .map(Health::status)
                .max(Enum::compareTo)
                .orElse(Health.Status.UP);
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("status", worst);
        body.put("parts", states);
        String json = JSON.writeValueAsString(body);
        answer(exchange, "/health", worst == Health.Status.UP ? 200 : 503, "application/json", () -> json);
    }

    private static void answer(HttpExchange exchange, String path, int code, String type, Supplier<String> body)
            throws IOException {
        try (exchange) {
            boolean found = exchange.getRequestURI().getPath().equals(path);
            boolean get = exchange.getRequestMethod().equals("GET");
            byte[] bytes = found && get ? body.get().getBytes(StandardCharsets.UTF_8) : new byte[0];
            exchange.getResponseHeaders().set("Content-Type", type);
            exchange.sendResponseHeaders(!found ? 404 : get ? code : 405, bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }
}
