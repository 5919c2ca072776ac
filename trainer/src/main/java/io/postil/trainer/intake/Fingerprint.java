package io.postil.trainer.intake;

import io.postil.schemas.Correction;
import io.postil.schemas.Utterance;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.TreeMap;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificDatumWriter;

/** Tells a correction that was sent twice from another one under the same id, without keeping what it says. */
final class Fingerprint {

    private Fingerprint() {}

    /** SHA-256 of all that the correction says; when it was submitted does not count, since senders stamp that anew. */
    static byte[] of(Correction correction) {
        var same = Correction.newBuilder(correction).setSubmittedAt(Instant.EPOCH);
        if (correction.getUtterance() != null) {
            same.setUtterance(ordered(correction.getUtterance()));
        }
        return sha256(encode(same.build()));
    }

    private static Utterance ordered(Utterance utterance) {
        return Utterance.newBuilder(utterance)
                .setAttributes(new TreeMap<>(utterance.getAttributes()))
                .build();
    }

    private static byte[] encode(Correction correction) {
        var out = new ByteArrayOutputStream();
        try {
            new SpecificDatumWriter<>(Correction.class)
                    .write(correction, EncoderFactory.get().directBinaryEncoder(out, null));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
