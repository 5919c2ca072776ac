package io.postil.privacy.seal;

import io.postil.privacy.seal.SealException.Reason;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;

/**
 * Seals bytes with AES-256-GCM of the JDK, each with a nonce of its own from a secure random generator. Safe for use by many
 * threads.
 *
 * <p>A seal is, byte by byte:
 *
 * <pre>
 * offset  length  what
 * 0       1       version, 1
 * 1       1       n, the length of the key's id, 1 to 64
 * 2       n       the key's id, ASCII
 * 2+n     12      nonce
 * 14+n    rest    ciphertext, as long as the plain bytes, then the 16-byte tag
 * </pre>
 *
 * <p>The tag covers the first 2+n bytes and the caller's context as well, so a seal moved to another record does not open.
 * With random nonces one key should make at most 2^32 seals (NIST SP 800-38D, 8.3): rotate long before.
 */
public final class Sealer {
    private static final byte VERSION = 1;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BYTES = 16;
    private static final int FIXED_BYTES = 2;

    private final KeyRing keys;
    private final SecureRandom random = new SecureRandom();

    public Sealer(KeyRing keys) {
        this.keys = keys;
    }

    /**
     * Seals {@code plain} with the active key.
     *
     * @param context what the seal belongs to, such as topic and id; the same bytes are needed to open it; may be empty
     */
    public byte[] seal(byte[] plain, byte[] context) {
        var key = keys.activeKey();
        var header = header(key.id());
        var nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        try {
            var cipher = cipher(Cipher.ENCRYPT_MODE, key, nonce, header, context);
            return ByteBuffer.allocate(header.length + NONCE_BYTES + plain.length + TAG_BYTES)
                    .put(header)
                    .put(nonce)
                    .put(cipher.doFinal(plain))
                    .array();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no working AES/GCM/NoPadding", e);
        }
    }

    /**
     * Opens what {@link #seal} made.
     *
     * @throws SealException when it is no seal, names an unknown key, or does not belong to {@code context}
     */
    public byte[] open(byte[] sealed, byte[] context) {
        var id = keyId(sealed);
        var key = keys.key(id)
                .orElseThrow(() -> new SealException(
                        Reason.UNKNOWN_KEY, "sealed with key " + id + ", which is not among " + keys.ids()));
        var header = header(id);
        var nonce = new byte[NONCE_BYTES];
        var buffer = ByteBuffer.wrap(sealed).position(header.length).get(nonce);
        try {
            var cipher = cipher(Cipher.DECRYPT_MODE, key, nonce, header, context);
            return cipher.doFinal(sealed, buffer.position(), buffer.remaining());
        } catch (AEADBadTagException e) {
            throw new SealException(
                    Reason.NOT_AUTHENTIC, "changed, or sealed for another context, or by another key named " + id, e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no working AES/GCM/NoPadding", e);
        }
    }

    /**
     * The id of the key that a seal names.
     *
     * @throws SealException when it is no seal
     */
    public static String keyId(byte[] sealed) {
        if (sealed.length < FIXED_BYTES || sealed[0] != VERSION) {
            throw new SealException(Reason.NOT_A_SEAL, "not a seal of version " + VERSION);
        }
        int length = sealed[1];
        if (length < 1 || length > Key.MOST_ID_CHARACTERS) {
            throw new SealException(Reason.NOT_A_SEAL, "the key id's length is " + length);
        }
        if (sealed.length < FIXED_BYTES + length + NONCE_BYTES + TAG_BYTES) {
            throw new SealException(Reason.NOT_A_SEAL, "cut short at " + sealed.length + " bytes");
        }
        var id = new String(sealed, FIXED_BYTES, length, StandardCharsets.US_ASCII);
        if (!Key.isId(id)) {
            throw new SealException(Reason.NOT_A_SEAL, "the key id has a character that no id has");
        }
        return id;
    }

    private static Cipher cipher(int mode, Key key, byte[] nonce, byte[] header, byte[] context)
            throws GeneralSecurityException {
        var cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key.secret(), new GCMParameterSpec(TAG_BYTES * Byte.SIZE, nonce));
        cipher.updateAAD(header);
        cipher.updateAAD(context);
        return cipher;
    }

    private static byte[] header(String id) {
        var name = id.getBytes(StandardCharsets.US_ASCII);
        return ByteBuffer.allocate(FIXED_BYTES + name.length)
                .put(VERSION)
                .put((byte) name.length)
                .put(name)
                .array();
    }
}
