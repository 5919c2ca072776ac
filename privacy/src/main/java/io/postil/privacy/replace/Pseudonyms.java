package io.postil.privacy.replace;

import io.postil.privacy.Folded;
import io.postil.privacy.seal.ConversationKey;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** What is derived from a value under a conversation's key: HMAC-SHA-256 of the value without case, accents and signs. For one thread. */
final class Pseudonyms {
    private static final int SHORT = 8;

    private final Mac mac;

    Pseudonyms(ConversationKey key) {
        try {
            mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key.derive("pseudonym", 32), "HmacSHA256"));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no working HmacSHA256", e);
        }
    }

    /** 16 hexadecimal digits. */
    String hash(String type, String value, int attempt) {
        return HexFormat.of().formatHex(bytes("hash/" + attempt, type, bare(value)), 0, SHORT);
    }

    /** Tells a value whatever its type; 22 characters of Base64. */
    String digest(String bare) {
        var digest = ByteBuffer.wrap(bytes("mark", "", bare), 0, 16).slice();
        return new String(Base64.getUrlEncoder().withoutPadding().encode(digest).array(), StandardCharsets.US_ASCII);
    }

    /** A number from 0 to {@code bound - 1}, the same for the same value and purpose. */
    int draw(String purpose, String value, int bound) {
        long number = ByteBuffer.wrap(bytes("draw", purpose, bare(value))).getLong();
        return (int) Long.remainderUnsigned(number, bound);
    }

    /** Letters and digits alone; the value itself where it has none. */
    static String bare(String value) {
        var bare = Folded.bare(value);
        return bare.isEmpty() ? value : bare;
    }

    private byte[] bytes(String purpose, String type, String value) {
        mac.update((purpose + "\u0000" + type + "\u0000").getBytes(StandardCharsets.UTF_8));
        return mac.doFinal(value.getBytes(StandardCharsets.UTF_16BE));
    }
}
