package io.postil.stream.annotate;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;

/** The one header that passes through: {@code traceparent} of W3C Trace Context, and only where it is one. Others can hold anything. */
final class Trace {
    static final String HEADER = "traceparent";
    private static final Pattern TRACEPARENT = Pattern.compile("[0-9a-f]{2}-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}");

    private Trace() {}

    static Headers of(Headers headers) {
        var kept = new RecordHeaders();
        Header trace = headers.lastHeader(HEADER);
        if (trace != null && trace.value() != null && isTrace(trace.value())) {
            kept.add(HEADER, trace.value());
        }
        return kept;
    }

    private static boolean isTrace(byte[] value) {
        return TRACEPARENT.matcher(new String(value, StandardCharsets.US_ASCII)).matches();
    }
}
