package io.postil.service;

/**
 * Where metrics and health are served.
 *
 * @param port 0 for any free one
 */
public record HttpConfig(String host, int port) {
    static final Setting<String> HOST = Setting.text(
            "http.host", "localhost", "Address that /metrics and /health listen on; 0.0.0.0 in a container.");

    /** @param fallback differs from process to process, so that two of them run on one machine as they are */
    static Setting<Integer> port(int fallback) {
        return Setting.number("http.port", 0, 65_535, fallback, "Port of /metrics and /health; 0 for any free one.");
    }

    static HttpConfig of(Settings settings) {
        return new HttpConfig(settings.value(HOST), settings.value(port(0)));
    }
}
