package io.postil.schemas;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.avro.specific.SpecificDatumWriter;

/** An utterance as the bytes that are sealed: Avro binary, without the wire format's schema id. */
public final class UtteranceCodec {

    private UtteranceCodec() {}

    public static byte[] encode(Utterance utterance) {
        var out = new ByteArrayOutputStream();
        var encoder = EncoderFactory.get().directBinaryEncoder(out, null);
        try {
            new SpecificDatumWriter<>(Utterance.class).write(utterance, encoder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /**
     * Reads what {@link #encode} made.
     *
     * @throws UncheckedIOException if the bytes are no utterance
     */
    public static Utterance decode(byte[] plain) {
        try {
            return new SpecificDatumReader<>(Utterance.class)
                    .read(null, DecoderFactory.get().binaryDecoder(plain, null));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
