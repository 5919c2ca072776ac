package io.postil.stream.annotate;

import io.postil.privacy.seal.WrappedKey;
import io.postil.schemas.KeptKey;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/** Writes keys to their topic, in the transaction of the record under way. Threading: the task's. */
final class KeyRecords implements KeyNews {
    private final ProcessorContext<byte[], byte[]> context;
    private final Outlet<KeptKey> outlet;

    KeyRecords(ProcessorContext<byte[], byte[]> context, Outlet<KeptKey> outlet) {
        this.context = context;
        this.outlet = outlet;
    }

    @Override
    public void kept(String keyId, WrappedKey key) {
        long now = context.currentSystemTimeMs();
        var record = new KeptKey(key.name(), ByteBuffer.wrap(key.bytes()), Instant.ofEpochMilli(now));
        forward(keyId, outlet.write(record), now);
    }

    @Override
    public void forgotten(String keyId) {
        forward(keyId, null, context.currentSystemTimeMs());
    }

    private void forward(String keyId, byte[] value, long now) {
        byte[] key = keyId.getBytes(StandardCharsets.US_ASCII);
        context.forward(new Record<>(key, value, now), AnnotateTopology.CONVERSATION_KEYS);
    }
}
