package io.postil.privacy.seal;

import com.google.crypto.tink.subtle.Hkdf;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.List;

/**
 * The key of one conversation: 256 random bits with an id. Everything that is pseudonymous or reversible in the conversation comes
 * from it, and is lost with it. Its text form never shows the key. Immutable.
 */
public final class ConversationKey {
    private final Key key;

    ConversationKey(Key key) {
        this.key = key;
    }

    /** Names the key in what it encrypts; random, so that it says nothing about the conversation. */
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

    Key key() {
        return key;
    }

    @Override
    public String toString() {
        return "ConversationKey[" + id() + "]";
    }
}
