package io.postil.model.hub;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.UnaryOperator;

/**
 * Requests to the hub. Redirects are followed by hand, so that the token goes to the hub's own address and to no other; never from
 * https to http. Threading: from several threads at once.
 */
final class HubHttp {
    private static final int MOST_HOPS = 8;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final HttpClient client = HttpClient.newBuilder()
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(PATIENCE)
            .build();
    private final URI endpoint;
    private final Optional<String> token;

    /** @param token sent to the endpoint alone */
    HubHttp(URI endpoint, Optional<String> token) {
        this.endpoint = endpoint;
        this.token = token;
    }

    URI resolve(String path) {
        String base = endpoint.toString();
        return URI.create((base.endsWith("/") ? base.substring(0, base.length() - 1) : base) + path);
    }

    /**
     * Asks for what is said about a file; redirects are followed within the endpoint, until one says what the file is. A hub that does
     * not know HEAD is asked with GET. The caller closes the body unread.
     */
    HttpResponse<InputStream> describe(URI address) throws IOException {
        HttpResponse<InputStream> response = describe(address, "HEAD");
        if (response.statusCode() != 405 && response.statusCode() != 501) {
            return response;
        }
        response.body().close();
        return describe(address, "GET");
    }

    private HttpResponse<InputStream> describe(URI address, String method) throws IOException {
        return follow(
                address,
                builder -> builder.method(method, HttpRequest.BodyPublishers.noBody()),
                (response, next) -> isOwn(next)
                        && response.headers().firstValue("X-Linked-Etag").isEmpty());
    }

    /** Fetches, from a byte on; redirects are followed wherever they lead. The caller closes the body. */
    HttpResponse<InputStream> get(URI address, long from) throws IOException {
        return follow(
                address,
                builder -> from > 0 ? builder.header("Range", "bytes=" + from + "-") : builder,
                (response, next) -> true);
    }

    private HttpResponse<InputStream> follow(
            URI start, UnaryOperator<HttpRequest.Builder> request, BiPredicate<HttpResponse<?>, URI> goOn)
            throws IOException {
        URI address = start;
        for (int hop = 0; hop < MOST_HOPS; hop++) {
            HttpResponse<InputStream> response = send(request.apply(HttpRequest.newBuilder(address)), address);
            Optional<URI> next = target(response, address);
            if (next.isEmpty() || !goOn.test(response, next.get())) {
                return response;
            }
            response.body().close();
            if (address.getScheme().equals("https")
                    && !"https".equals(next.get().getScheme())) {
                throw new HubException(start + ": leads from https to http");
            }
            address = next.get();
        }
        throw new HubException(start + ": more than " + MOST_HOPS + " redirects");
    }

    private HttpResponse<InputStream> send(HttpRequest.Builder request, URI address) throws IOException {
        request.timeout(PATIENCE).header("User-Agent", "postil").header("Accept-Encoding", "identity");
        if (isOwn(address)) {
            token.ifPresent(secret -> request.header("Authorization", "Bearer " + secret));
        }
        try {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new HubException("interrupted", e);
        }
    }

    private static Optional<URI> target(HttpResponse<?> response, URI address) {
        int status = response.statusCode();
        boolean redirect = status >= 301 && status <= 308 && status != 304;
        try {
            return redirect ? response.headers().firstValue("Location").map(address::resolve) : Optional.empty();
        } catch (IllegalArgumentException e) {
            throw new HubException(address + ": a redirect that is no address", e);
        }
    }

    private boolean isOwn(URI address) {
        return endpoint.getScheme().equals(address.getScheme())
                && endpoint.getHost().equalsIgnoreCase(address.getHost())
                && port(endpoint) == port(address);
    }

    private static int port(URI address) {
        return address.getPort() >= 0 ? address.getPort() : "https".equals(address.getScheme()) ? 443 : 80;
    }
}
