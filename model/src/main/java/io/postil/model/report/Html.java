package io.postil.model.report;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Pieces of a page that opens without a network. What comes from data passes through {@link #text}. */
final class Html {

    private Html() {}

    /** Text that can stand anywhere in a page, in quotes too. Control characters become U+FFFD. */
    static String text(String raw) {
        StringBuilder safe = new StringBuilder();
        raw.codePoints().forEach(point -> {
            switch (point) {
                case '&' -> safe.append("&amp;");
                case '<' -> safe.append("&lt;");
                case '>' -> safe.append("&gt;");
                case '"' -> safe.append("&quot;");
                case '\'' -> safe.append("&#39;");
                default -> safe.appendCodePoint(isPrintable(point) ? point : 0xFFFD);
            }
        });
        return safe.toString();
    }

    /** Neither control characters nor halves of surrogate pairs, nor marks that turn the direction of what follows. */
    private static boolean isPrintable(int point) {
        boolean turning = (point >= 0x202A && point <= 0x202E) || (point >= 0x2066 && point <= 0x2069);
        boolean control = Character.isISOControl(point) && point != '\n' && point != '\t';
        return !turning && !control && Character.getType(point) != Character.SURROGATE;
    }

    /** At most so many code points, and a title with all of them where some were cut. */
    static String cut(String raw, int most) {
        return raw.codePointCount(0, raw.length()) <= most
                ? text(raw)
                : text(raw.substring(0, raw.offsetByCodePoints(0, most - 1))) + "…";
    }

    /** Three digits behind the point. */
    static String figure(double value) {
        return String.format(Locale.ROOT, "%.3f", value);
    }

    /** {@code 0.784 <span>0.760 – 0.809</span>} of an interval's JSON. */
    static String bounds(JsonNode interval) {
        return figure(interval.path("low").asDouble()) + " – "
                + figure(interval.path("high").asDouble());
    }

    /** Digits in groups of three. */
    static String count(long value) {
        return String.format(Locale.ROOT, "%,d", value);
    }

    /** {@code macro_f1} as people write it. */
    static String metric(String name) {
        String words = name.replace('_', ' ').replace("f1", "F1");
        return text(words.isEmpty() ? words : words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1));
    }

    static String section(String title, String lead, String content) {
        return "<section><h2>" + title + "</h2>" + (lead.isEmpty() ? "" : "<p>" + lead + "</p>") + content
                + "</section>\n";
    }

    static String page(String title, String body) {
        return "<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">"
                + "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">"
                + "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">"
                + "<title>" + text(title) + "</title><style>\n" + style() + "</style></head>\n<body><main>\n" + body
                + "</main></body></html>\n";
    }

    private static String style() {
        try (InputStream in = Html.class.getResourceAsStream("report.css")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("report.css is not on the class path", e);
        }
    }
}
