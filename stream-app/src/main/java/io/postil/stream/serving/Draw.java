package io.postil.stream.serving;

import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32C;

/**
 * Decides which version answers a record: the same for the same key, whenever and wherever it is read. It has nothing to do
 * with the hash that parts examples for training from those held out, or a canary would see one part only.
 *
 * @param hash of the record's key
 */
public record Draw(long hash) {
    private static final int SHARES = 100;

    /** A record without a key draws by its utterance's id. */
    public static Draw of(byte[] key, String utteranceId) {
        var crc = new CRC32C();
        crc.update(key == null ? utteranceId.getBytes(StandardCharsets.UTF_8) : key);
        return new Draw(crc.getValue());
    }

    /** Whether the challenger answers, when it shall answer {@code percent} of the keys; apart for each task. */
    boolean challenger(String task, int percent) {
        return Math.floorMod(mixed(hash ^ ((long) task.hashCode() << Integer.SIZE)), SHARES) < percent;
    }

    /** The finalizer of MurmurHash3 (Austin Appleby, public domain): every bit of the input moves every bit of the result. */
    private static long mixed(long bits) {
        long z = (bits ^ (bits >>> 33)) * 0xff51afd7ed558ccdL;
        z = (z ^ (z >>> 33)) * 0xc4ceb9fe1a85ec53L;
        return z ^ (z >>> 33);
    }
}
