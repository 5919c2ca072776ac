package io.postil.schemas.registry;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Sends calls over HTTP: to each registry in turn, and again after a pause while none answers. Threading: may be used by
 * several threads at once; each waits for its own call.
 */
final class Transport {

    private static final String CONTENT_TYPE = "application/vnd.schemaregistry.v1+json";

    private final RegistrySettings settings;
    private final HttpClient http;
    private final ObjectMapper json = new ObjectMapper();

    Transport(RegistrySettings settings) {
        this.settings = settings;
        HttpClient.Builder builder = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NORMAL)
                .connectTimeout(settings.connectTimeout());
        settings.trustStore().map(TrustStore::context).ifPresent(builder::sslContext);
        this.http = builder.build();
    }

    /**
     * A question to a registry.
     *
     * @param body JSON; empty for none
     */
    record Call(String method, String body, List<String> path) {}

    Answer<JsonNode> send(Call call) {
        long deadline = System.nanoTime() + settings.backoff().total().toNanos();
        for (int attempt = 0; ; attempt++) {
            try {
                Answer<JsonNode> answer = round(call);
                Duration pause = settings.backoff()
                        .pause(attempt, ThreadLocalRandom.current().nextDouble());
                if (!(answer instanceof Answer.Away) || System.nanoTime() + pause.toNanos() >= deadline) {
                    return answer;
                }
                Thread.sleep(pause.toMillis());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return new Answer.Away<>("interrupted while asking " + settings.hosts());
            }
        }
    }

    /** Asks each registry once, until one answers. */
    private Answer<JsonNode> round(Call call) throws InterruptedException {
        List<String> details = new ArrayList<>();
        for (RegistryUrl registry : settings.registries()) {
            Answer<JsonNode> answer = ask(registry, call);
            if (!(answer instanceof Answer.Away<JsonNode> away)) {
                return answer;
            }
            details.add(away.detail());
        }
        return new Answer.Away<>(String.join("; ", details));
    }

    private Answer<JsonNode> ask(RegistryUrl registry, Call call) throws InterruptedException {
        try {
            return read(registry, http.send(request(registry, call), BodyHandlers.ofString(StandardCharsets.UTF_8)));
        } catch (IOException e) {
            return new Answer.Away<>(registry + " does not answer: " + e);
        }
    }

    private HttpRequest request(RegistryUrl registry, Call call) {
        HttpRequest.Builder request = HttpRequest.newBuilder(registry.resolve(call.path()))
                .timeout(settings.readTimeout())
                .header("Accept", CONTENT_TYPE + ", application/json")
                .method(call.method(), BodyPublishers.ofString(call.body(), StandardCharsets.UTF_8));
        if (!call.body().isEmpty()) {
            request.header("Content-Type", CONTENT_TYPE);
        }
        registry.authorization().ifPresent(value -> request.header("Authorization", value));
        return request.build();
    }

    private Answer<JsonNode> read(RegistryUrl registry, HttpResponse<String> response) {
        int status = response.statusCode();
        if (status >= 500 || status == 408 || status == 429) {
            return new Answer.Away<>(registry + " answers HTTP " + status);
        }
        try {
            JsonNode body = json.readTree(response.body());
            if (status < 300) {
                return new Answer.Given<>(body);
            }
            return refused(registry, status, body);
        } catch (JsonProcessingException e) {
            return refused(registry, status, json.createObjectNode());
        }
    }

    /** A 404 without a registry's error code comes from something else, such as a proxy, or from a wrong path. */
    private static Answer<JsonNode> refused(RegistryUrl registry, int status, JsonNode body) {
        boolean named = body.hasNonNull("error_code");
        if (!named && (status < 400 || status == 404)) {
            return new Answer.Away<>(registry + " answers HTTP " + status
                    + " and not as a registry does; is the path of " + RegistrySettings.URL + " right?");
        }
        return new Answer.Refused<>(
                status,
                named ? body.get("error_code").asInt() : status,
                body.path("message").asText("no message"));
    }
}
