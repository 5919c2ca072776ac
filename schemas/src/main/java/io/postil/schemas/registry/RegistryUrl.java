package io.postil.schemas.registry;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/**
 * A registry's address.
 *
 * @param base without a slash at its end and without credentials
 * @param authorization value of the header, where credentials were given
 */
public record RegistryUrl(URI base, Optional<String> authorization) {

    /**
     * Reads an address; user and password in it count where none are given beside it.
     *
     * @throws IllegalArgumentException if it is not an http or https URL with a host
     */
    static RegistryUrl parse(String text, Optional<String> userInfo) {
        try {
            URI uri = new URI(text.replaceAll("/+$", ""));
            if (uri.getHost() == null || !("http".equals(uri.getScheme()) || "https".equals(uri.getScheme()))) {
                throw wrong(withoutCredentials(text));
            }
            URI base = new URI(uri.getScheme(), null, uri.getHost(), uri.getPort(), uri.getPath(), null, null);
            return new RegistryUrl(
                    base,
                    userInfo.or(() -> Optional.ofNullable(uri.getUserInfo())).map(RegistryUrl::basic));
        } catch (URISyntaxException e) {
            throw wrong(withoutCredentials(text));
        }
    }

    URI resolve(List<String> segments) {
        var path = new StringBuilder(base.toString());
        for (String segment : segments) {
            path.append('/')
                    .append(URLEncoder.encode(segment, StandardCharsets.UTF_8).replace("+", "%20"));
        }
        return URI.create(path.toString());
    }

    /** Without credentials. */
    @Override
    public String toString() {
        return base.toString();
    }

    private static String basic(String userInfo) {
        return "Basic " + Base64.getEncoder().encodeToString(userInfo.getBytes(StandardCharsets.UTF_8));
    }

    private static String withoutCredentials(String text) {
        return text.replaceAll("//[^/]*@", "//");
    }

    private static IllegalArgumentException wrong(String text) {
        return new IllegalArgumentException(
                RegistrySettings.URL + ": " + text + " (expected http://host:port/path or https://host:port/path)");
    }
}
