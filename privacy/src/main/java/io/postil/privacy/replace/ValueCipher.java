package io.postil.privacy.replace;

import com.google.crypto.tink.subtle.AesSiv;
import io.postil.privacy.seal.ConversationKey;
import io.postil.privacy.seal.Sealer;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;

/**
 * Encrypts values with a conversation's key, as {@code [TYPE:…]} with Base64 (RFC 4648, 5) of either a seal ({@link Sealer}: version 1,
 * AES-256-GCM) or of version 2: a byte 2, the length of the key's id and the id, the ciphertext of AES-SIV with a key of 512 bits. The
 * type is authenticated with it. Within stands a byte (bit 7: UTF-16BE for text that UTF-8 cannot hold; the rest counts attempts to
 * find a ciphertext that does not by chance show the original), then the text.
 */
final class ValueCipher {
    private static final byte DETERMINISTIC = 2;
    private static final int WIDE = 0x80;

    private final ConversationKey key;
    private final Sealer sealer;
    private final AesSiv siv;

    ValueCipher(ConversationKey key) {
        this.key = key;
        this.sealer = key.sealer();
        try {
            this.siv = new AesSiv(key.derive("siv", 64));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no working AES", e);
        }
    }

    String encrypt(String type, String original) {
        return Frames.around(
                type, original, ':', attempt -> base64(sealer.seal(plain(original, attempt), context(type))));
    }

    String encryptDeterministic(String type, String original) {
        return Frames.around(type, original, ':', attempt -> base64(deterministic(type, plain(original, attempt))));
    }

    /**
     * The original of what one of the two made.
     *
     * @param body what stands in the frame
     * @throws UnmaskingException when it is none, of another type, or of another key
     */
    String open(String type, String body) {
        try {
            var bytes = Base64.getUrlDecoder().decode(body);
            boolean isDeterministic = bytes.length > 0 && bytes[0] == DETERMINISTIC;
            return text(isDeterministic ? openDeterministic(type, bytes) : sealer.open(bytes, context(type)));
        } catch (IllegalArgumentException e) {
            throw new UnmaskingException("a " + type + " is no ciphertext");
        } catch (io.postil.privacy.seal.SealException e) {
            throw new UnmaskingException("a " + type + " does not open: " + e.getMessage());
        }
    }

    private byte[] deterministic(String type, byte[] plain) {
        try {
            var id = key.id().getBytes(StandardCharsets.US_ASCII);
            var ciphertext = siv.encryptDeterministically(plain, context(type));
            return ByteBuffer.allocate(2 + id.length + ciphertext.length)
                    .put(DETERMINISTIC)
                    .put((byte) id.length)
                    .put(id)
                    .put(ciphertext)
                    .array();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES-SIV refuses to encrypt", e);
        }
    }

    private byte[] openDeterministic(String type, byte[] bytes) {
        int start = bytes.length < 2 ? bytes.length : 2 + bytes[1];
        var id = start > bytes.length || start < 2 ? "" : new String(bytes, 2, start - 2, StandardCharsets.US_ASCII);
        if (!id.equals(key.id())) {
            throw new UnmaskingException("a " + type + " was encrypted with another key than the conversation's");
        }
        try {
            var ciphertext = java.util.Arrays.copyOfRange(bytes, start, bytes.length);
            return siv.decryptDeterministically(ciphertext, context(type));
        } catch (GeneralSecurityException e) {
            throw new UnmaskingException("a " + type + " was changed, or is of another type");
        }
    }

    private static byte[] plain(String text, int attempt) {
        boolean isWide = !StandardCharsets.UTF_8.newEncoder().canEncode(text);
        byte[] bytes = isWide ? wide(text) : text.getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(1 + bytes.length)
                .put((byte) (attempt | (isWide ? WIDE : 0)))
                .put(bytes)
                .array();
    }

    private static String text(byte[] plain) {
        var bytes = ByteBuffer.wrap(plain, 1, plain.length - 1);
        if ((plain[0] & WIDE) != 0) {
            return bytes.asCharBuffer().toString();
        }
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
        } catch (CharacterCodingException e) {
            throw new UnmaskingException("an opened value is no text");
        }
    }

    /** Code unit by code unit, since an encoder refuses half a surrogate pair. */
    private static byte[] wide(String text) {
        var bytes = ByteBuffer.allocate(text.length() * Character.BYTES);
        bytes.asCharBuffer().put(CharBuffer.wrap(text));
        return bytes.array();
    }

    private static byte[] context(String type) {
        return ("value\u0000" + type).getBytes(StandardCharsets.UTF_8);
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
