package io.postil.schemas.registry;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * How to reach a registry. Keys are Confluent's where Confluent has one.
 *
 * @param registries in the order in which they are asked
 * @param trustStore the JDK's where empty
 * @param autoRegister whether a schema is registered when it is first written, or only looked up
 * @param connectTimeout bound of making a connection
 * @param readTimeout bound of one request
 * @param backoff pauses while no registry answers
 * @param unknownFor how long an id that no schema was found for is not asked for again
 */
public record RegistrySettings(
        List<RegistryUrl> registries,
        Optional<TrustStore> trustStore,
        boolean autoRegister,
        Duration connectTimeout,
        Duration readTimeout,
        Backoff backoff,
        Duration unknownFor) {

    /** One URL or several, separated by commas; each may have a path. */
    public static final String URL = "schema.registry.url";

    /** {@code true} (default) or {@code false}. */
    public static final String AUTO_REGISTER = "auto.register.schemas";

    /** {@code URL} (default: user and password in the URL, or none) or {@code USER_INFO}. */
    public static final String CREDENTIALS_SOURCE = "basic.auth.credentials.source";

    /** {@code user:password}, with {@code USER_INFO}. */
    public static final String USER_INFO = "basic.auth.user.info";

    public static final String TRUST_STORE = "schema.registry.ssl.truststore.location";
    public static final String TRUST_STORE_PASSWORD = "schema.registry.ssl.truststore.password";

    /** {@code JKS} (default) or {@code PKCS12}. */
    public static final String TRUST_STORE_TYPE = "schema.registry.ssl.truststore.type";

    /** Milliseconds, default 5000. */
    public static final String CONNECT_TIMEOUT = "http.connect.timeout.ms";

    /** Milliseconds, default 10000. */
    public static final String READ_TIMEOUT = "http.read.timeout.ms";

    /** First pause between attempts, milliseconds, default 100. */
    public static final String FIRST_PAUSE = "retries.wait.ms";

    /** Longest pause between attempts, milliseconds, default 2000. */
    public static final String LONGEST_PAUSE = "retries.max.wait.ms";

    /** How long a registry that does not answer is asked again, milliseconds, default 30000. */
    public static final String RETRY_FOR = "postil.registry.retry.ms";

    /** How long an unknown id is remembered as such, milliseconds, default 5000. */
    public static final String UNKNOWN_FOR = "postil.registry.unknown.ms";

    public RegistrySettings {
        registries = List.copyOf(registries);
        if (registries.isEmpty()) {
            throw new IllegalArgumentException(URL + ": not set (expected one or more URLs, separated by commas)");
        }
    }

    /**
     * Reads the settings; keys of other programs are left alone.
     *
     * @throws IllegalArgumentException if a value is missing or wrong, naming the key and what was expected
     */
    public static RegistrySettings of(Map<String, String> config) {
        Optional<String> userInfo = userInfo(config);
        return new RegistrySettings(
                Arrays.stream(config.getOrDefault(URL, "").split(",", -1))
                        .map(String::strip)
                        .filter(url -> !url.isEmpty())
                        .map(url -> RegistryUrl.parse(url, userInfo))
                        .toList(),
                Optional.ofNullable(config.get(TRUST_STORE)).map(file -> trustStore(file, config)),
                flag(config, AUTO_REGISTER, true),
                millis(config, CONNECT_TIMEOUT, 5_000, 1),
                millis(config, READ_TIMEOUT, 10_000, 1),
                backoff(config),
                millis(config, UNKNOWN_FOR, 5_000, 0));
    }

    private static Backoff backoff(Map<String, String> config) {
        Duration first = millis(config, FIRST_PAUSE, 100, 1);
        Duration longest = millis(config, LONGEST_PAUSE, Math.max(2_000, first.toMillis()), first.toMillis());
        return new Backoff(first, longest, millis(config, RETRY_FOR, 30_000, 0));
    }

    private static Optional<String> userInfo(Map<String, String> config) {
        String source = config.getOrDefault(CREDENTIALS_SOURCE, "URL").toUpperCase(Locale.ROOT);
        Optional<String> userInfo = Optional.ofNullable(config.get(USER_INFO));
        return switch (source) {
            case "URL" -> Optional.empty();
            case "USER_INFO" -> {
                if (userInfo.filter(info -> info.contains(":")).isEmpty()) {
                    throw new IllegalArgumentException(
                            USER_INFO + ": not set, or without a colon (expected user:password)");
                }
                yield userInfo;
            }
            default ->
                throw new IllegalArgumentException(CREDENTIALS_SOURCE + ": " + source + " (expected URL or USER_INFO)");
        };
    }

    private static TrustStore trustStore(String file, Map<String, String> config) {
        return new TrustStore(
                Path.of(file),
                Optional.ofNullable(config.get(TRUST_STORE_PASSWORD)),
                config.getOrDefault(TRUST_STORE_TYPE, "JKS").toUpperCase(Locale.ROOT));
    }

    private static boolean flag(Map<String, String> config, String key, boolean otherwise) {
        String value = config.getOrDefault(key, Boolean.toString(otherwise)).toLowerCase(Locale.ROOT);
        if (!value.equals("true") && !value.equals("false")) {
            throw new IllegalArgumentException(key + ": " + value + " (expected true or false)");
        }
        return value.equals("true");
    }

    private static Duration millis(Map<String, String> config, String key, long otherwise, long least) {
        String value = config.getOrDefault(key, Long.toString(otherwise));
        try {
            long millis = Long.parseLong(value);
            if (millis >= least) {
                return Duration.ofMillis(millis);
            }
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(key + ": " + value + " (expected milliseconds)", e);
        }
        throw new IllegalArgumentException(key + ": " + value + " (expected " + least + " ms or more)");
    }

    /** The hosts, without credentials. */
    List<URI> hosts() {
        return registries.stream().map(RegistryUrl::base).toList();
    }
}
