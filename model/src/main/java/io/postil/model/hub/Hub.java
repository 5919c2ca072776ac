package io.postil.model.hub;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A hub that speaks as huggingface.co does: {@code /api/models/NAME/revision/REVISION} lists a revision, and
 * {@code /NAME/resolve/COMMIT/FILE} gives a file, its digest in {@code X-Linked-Etag} or {@code ETag}. Threading: from several threads
 * at once.
 */
public final class Hub {
    private static final int LARGEST_LISTING = 32 * 1024 * 1024;
    private static final int TRIES = 5;
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final HubHttp http;
    private final Attempts attempts;
    private final Duration patience;

    /**
     * A hub.
     *
     * @param token sent to the endpoint alone, never to where it redirects
     * @param pause waits between tries
     */
    public Hub(URI endpoint, Optional<String> token, Consumer<Duration> pause) {
        this(endpoint, token, pause, PATIENCE);
    }

    /** @param patience with a connection on which nothing comes */
    Hub(URI endpoint, Optional<String> token, Consumer<Duration> pause, Duration patience) {
        this.http = new HubHttp(endpoint, token);
        this.attempts = new Attempts(TRIES, pause);
        this.patience = patience;
    }

    /** What a revision holds. */
    record Listing(String commit, List<String> files) {}

    Attempts attempts() {
        return attempts;
    }

    Duration patience() {
        return patience;
    }

    /** Lists a revision. */
    Listing list(HubName name) {
        URI address = http.resolve(
                "/api/models/" + name.id() + "/revision/" + name.revision().replace("/", "%2F"));
        JsonNode root = attempts.of(name.toString(), () -> json(name, address));
        String commit = root.path("sha").asText();
        if (!HubName.isCommit(commit)) {
            throw new HubException(name + ": the hub names no commit ('sha': '" + commit + "')");
        }
        List<String> files = new ArrayList<>();
        root.path("siblings").forEach(file -> files.add(file.path("rfilename").asText()));
        return new Listing(commit, files);
    }

    private JsonNode json(HubName name, URI address) throws IOException {
        HttpResponse<InputStream> response = http.get(address, 0);
        try (InputStream body = response.body()) {
            check(name.toString(), response);
            byte[] bytes = body.readNBytes(LARGEST_LISTING);
            return MAPPER.readTree(bytes);
        } catch (JsonProcessingException e) {
            throw new HubException(name + ": " + address + " does not answer with JSON", e);
        }
    }

    /** What the hub says of a file, without fetching it. */
    RemoteFile describe(HubName name, String commit, String file) {
        URI address = http.resolve("/" + name.id() + "/resolve/" + commit + "/" + file);
        return attempts.of(name + "/" + file, () -> {
            HttpResponse<InputStream> response = http.describe(address);
            response.body().close();
            if (response.statusCode() >= 400) {
                check(name + "/" + file, response);
            }
            return new RemoteFile(file, address, digest(response), size(response));
        });
    }

    /** The bytes of a file from one on, or from the first where the hub cannot do that. The caller closes the body. */
    HttpResponse<InputStream> open(RemoteFile file, long from) throws IOException {
        HttpResponse<InputStream> response = http.get(file.address(), from);
        if (response.statusCode() != 416) {
            check(file.name(), response);
        }
        return response;
    }

    private static void check(String what, HttpResponse<?> response) throws IOException {
        int status = response.statusCode();
        if (status == 429 || status >= 500) {
            throw new Attempts.BusyException("the hub answers " + status, response);
        }
        if (status == 401 || status == 403) {
            throw new HubException(what + ": the hub answers " + status
                    + " (not there, private or gated; HF_TOKEN must be of somebody who may read it)");
        }
        if (status == 404) {
            throw new HubException(what + ": the hub answers 404 (no such model, revision or file)");
        }
        if (status != 200 && status != 206) {
            throw new HubException(what + ": the hub answers " + status);
        }
    }

    private static String digest(HttpResponse<?> response) {
        String tag = response.headers()
                .firstValue("X-Linked-Etag")
                .or(() -> response.headers().firstValue("ETag"))
                .orElse("");
        return tag.replaceFirst("^W/", "").replace("\"", "").toLowerCase(Locale.ROOT);
    }

    private static long size(HttpResponse<?> response) {
        if (response.headers().firstValue("X-Linked-Size").isPresent()) {
            return response.headers().firstValueAsLong("X-Linked-Size").orElse(-1);
        }
        return response.statusCode() == 200
                ? response.headers().firstValueAsLong("Content-Length").orElse(-1)
                : -1;
    }
}
