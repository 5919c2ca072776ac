package io.postil.model.data;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;

/** The part of the data that a conversation belongs to, for ever: it follows from the conversation's name alone. */
public enum Split {
    TRAIN,
    VALIDATION,
    HELD_OUT;

    private static final BigInteger HUNDRED = BigInteger.valueOf(100);

    /**
     * About 70 % train, 10 % validation, 20 % held out: the first 8 bytes of the SHA-256 of the name in UTF-8, as an unsigned
     * number modulo 100, below 70, below 80, or more.
     *
     * @param conversation the conversation's id, or the utterance's where there is no conversation
     */
    public static Split of(String conversation) {
        byte[] start = Arrays.copyOf(sha256(conversation.getBytes(StandardCharsets.UTF_8)), 8);
        int percent = new BigInteger(1, start).mod(HUNDRED).intValue();
        if (percent < 70) {
            return TRAIN;
        }
        return percent < 80 ? VALIDATION : HELD_OUT;
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
