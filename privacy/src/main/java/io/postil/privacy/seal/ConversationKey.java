package io.postil.privacy.seal;

import com.google.crypto.tink.subtle.Hkdf;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;

/**
 * The key of one conversation: 256 random bits with an id. Everything that is pseudonymous or reversible in the conversation comes
 * from it, and is lost with it. Its text form never shows the key. Immutable.
 */
public final class ConversationKey {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String PREFIX = "c.";
    private static final int ID_BYTES = 12;
    private static final int ID_CHARACTERS = PREFIX.length() + ID_BYTES / 3 * 4;

    private final Key key;

    ConversationKey(Key key) {
        this.key = key;
    }

    /** A new key, kept nowhere. */
    public static ConversationKey create() {
        var id = PREFIX + Base64.getUrlEncoder().encodeToString(random(ID_BYTES));
        return new ConversationKey(new Key(id, random(Key.BYTES)));
    }

    /** Whether an id is that of a conversation's key, and not of one of the key file's. */
    public static boolean isId(String id) {
        return id.length() == ID_CHARACTERS && id.startsWith(PREFIX);
    }

    /** Names the key in what it encrypts: {@code c.} and 96 random bits, which say nothing about the conversation. */
    public String id() {
        return key.id();
    }

    /**
     * A key for one purpose alone: HKDF with SHA-256 (RFC 5869), the purpose as its info.
     *
     * @return as many bytes as asked for
     */
    public byte[] derive(String purpose, int bytes) {
        try {
            var info = purpose.getBytes(StandardCharsets.UTF_8);
            return Hkdf.computeHkdf("HmacSha256", key.secret().getEncoded(), new byte[0], info, bytes);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no working HmacSHA256", e);
        }
    }

    /** Seals and opens what is to be unreadable when the conversation is forgotten. */
    public Sealer sealer() {
        return new Sealer(new KeyRing(List.of(new Key(id(), derive("seal", Key.BYTES)))));
    }

    private static byte[] random(int bytes) {
        var random = new byte[bytes];
        RANDOM.nextBytes(random);
        return random;
    }

    Key key() {
        return key;
    }

    @Override
    public String toString() {
        return "ConversationKey[" + id() + "]";
    }
}
