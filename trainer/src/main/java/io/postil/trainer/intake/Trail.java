package io.postil.trainer.intake;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.api.RecordMetadata;

/** The headers that a correction keeps on its way through internal topics: its trace, and where it stood in feedback. */
final class Trail {
    private static final String TRACE = "traceparent";
    /** As W3C Trace Context has it; anything else could be anything. */
    private static final Pattern TRACEPARENT = Pattern.compile("[0-9a-f]{2}-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}");

    private static final String STOOD = "postil-stood";

    private Trail() {}

    static Headers begin(Headers sent, RecordMetadata at) {
        var position = ByteBuffer.allocate(Integer.BYTES + Long.BYTES)
                .putInt(at.partition())
                .putLong(at.offset());
        return trace(sent).add(STOOD, position.array());
    }

    /** What goes out: the trace alone. */
    static Headers trace(Headers headers) {
        var kept = new RecordHeaders();
        var trace = headers.lastHeader(TRACE);
        if (trace != null && trace.value() != null && isTrace(trace.value())) {
            kept.add(trace);
        }
        return kept;
    }

    private static boolean isTrace(byte[] value) {
        return TRACEPARENT.matcher(new String(value, StandardCharsets.US_ASCII)).matches();
    }

    static int partition(Headers trail) {
        return position(trail).getInt(0);
    }

    static long offset(Headers trail) {
        return position(trail).getLong(Integer.BYTES);
    }

    private static ByteBuffer position(Headers trail) {
        return ByteBuffer.wrap(trail.lastHeader(STOOD).value());
    }
}
