package io.postil.privacy.seal;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;

/**
 * Wraps keys of conversations with a master key so that they can be kept, each for the name of its conversation ({@link #nameOf}). A
 * wrapped key names its master key, so the master key can be rotated. Safe for use by many threads.
 */
public final class WrappedKeys {
    private final KeyRing master;
    private final Sealer sealer;

    /**
     * Wraps with the active key of {@code master}.
     *
     * @param master opens what its other keys have wrapped
     */
    public WrappedKeys(KeyRing master) {
        this.master = master;
        this.sealer = new Sealer(master);
    }

    /** A key as it may be kept: a seal of its id and its 32 bytes. */
    public byte[] wrap(String name, ConversationKey key) {
        var id = key.id().getBytes(StandardCharsets.US_ASCII);
        var secret = key.key().secret().getEncoded();
        var plain = Arrays.copyOf(id, id.length + secret.length);
        System.arraycopy(secret, 0, plain, id.length, secret.length);
        return sealer.seal(plain, context(name));
    }

    /**
     * The key that {@link #wrap} wrapped for the conversation of this name.
     *
     * @throws SealException when it was wrapped for another, by an unknown master key, or was changed
     */
    public ConversationKey unwrap(String name, byte[] wrapped) {
        var plain = sealer.open(wrapped, context(name));
        int length = plain.length - Key.BYTES;
        var id = new String(plain, 0, length, StandardCharsets.US_ASCII);
        return new ConversationKey(new Key(id, Arrays.copyOfRange(plain, length, plain.length)));
    }

    /** Whether a key was wrapped with a master key that is no longer the active one. */
    public boolean isDated(byte[] wrapped) {
        return !Sealer.keyId(wrapped).equals(master.active());
    }

    /** What a conversation is called where its key is kept: the SHA-256 of its id, since an id can be a telephone number. */
    public static String nameOf(String conversation) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(context(conversation));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static byte[] context(String name) {
        return ("conversation\u0000" + name).getBytes(StandardCharsets.UTF_8);
    }
}
