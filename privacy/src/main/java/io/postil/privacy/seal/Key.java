package io.postil.privacy.seal;

import com.google.re2j.Pattern;
import java.util.Base64;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/** A named 256-bit AES key. Its text form never shows the key. */
final class Key {
    static final int BYTES = 32;
    static final int MOST_ID_CHARACTERS = 64;
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9._-]{1," + MOST_ID_CHARACTERS + "}");

    private final String id;
    private final SecretKey secret;

    Key(String id, byte[] secret) {
        if (!isId(id)) {
            throw new IllegalArgumentException("a key's id is 1 to 64 of A-Z a-z 0-9 . _ -");
        }
        if (secret.length != BYTES) {
            throw new IllegalArgumentException("a key has " + BYTES + " bytes, not " + secret.length);
        }
        this.id = id;
        this.secret = new SecretKeySpec(secret, "AES");
    }

    static boolean isId(String text) {
        return ID.matches(text);
    }

    String id() {
        return id;
    }

    SecretKey secret() {
        return secret;
    }

    /** The line of a key file, which does show the key. */
    String line() {
        return id + ": " + Base64.getEncoder().encodeToString(secret.getEncoded());
    }

    @Override
    public String toString() {
        return "Key[" + id + "]";
    }
}
