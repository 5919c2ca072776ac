package io.postil.privacy.seal;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;

/**
 * Makes keys of conversations, and wraps them with a master key so that they can be kept. A wrapped key names its master key, so the
 * master key can be rotated. Safe for use by many threads.
 */
public final class WrappedKeys {
    private static final int ID_BYTES = 6;
    private static final int ID_CHARACTERS = 8;

    private final Sealer sealer;
    private final SecureRandom random = new SecureRandom();

    /**
     * Wraps with the active key of {@code master}.
     *
     * @param master opens what its other keys have wrapped
     */
    public WrappedKeys(KeyRing master) {
        this.sealer = new Sealer(master);
    }

    /** A new key, kept nowhere. */
    public ConversationKey create() {
        var id = new byte[ID_BYTES];
        random.nextBytes(id);
        var secret = new byte[Key.BYTES];
        random.nextBytes(secret);
        return new ConversationKey(new Key(Base64.getUrlEncoder().encodeToString(id), secret));
    }

    /** A key as it may be kept. */
    public byte[] wrap(String conversation, ConversationKey key) {
        var secret = key.key().secret().getEncoded();
        var id = key.id().getBytes(StandardCharsets.US_ASCII);
        var plain = new byte[ID_CHARACTERS + secret.length];
        System.arraycopy(id, 0, plain, 0, ID_CHARACTERS);
        System.arraycopy(secret, 0, plain, ID_CHARACTERS, secret.length);
        return sealer.seal(plain, context(conversation));
    }

    /**
     * The key that {@link #wrap} wrapped for this conversation.
     *
     * @throws SealException when it was wrapped for another, by an unknown master key, or was changed
     */
    public ConversationKey unwrap(String conversation, byte[] wrapped) {
        var plain = sealer.open(wrapped, context(conversation));
        var id = new String(plain, 0, ID_CHARACTERS, StandardCharsets.US_ASCII);
        var secret = new byte[plain.length - ID_CHARACTERS];
        System.arraycopy(plain, ID_CHARACTERS, secret, 0, secret.length);
        return new ConversationKey(new Key(id, secret));
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

    private static byte[] context(String conversation) {
        return ("conversation\u0000" + conversation).getBytes(StandardCharsets.UTF_8);
    }
}
