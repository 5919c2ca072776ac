package io.postil.starter.generate;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.Random;

/** Repeatable choices: from a seeded random source, or from the hash of a text. */
final class Pick {

    private Pick() {}

    @SafeVarargs
    static <T> T one(Random random, T... choices) {
        return choices[random.nextInt(choices.length)];
    }

    static <T> T one(Random random, List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    /** Replaces every {@code #} by a random digit. */
    static String digits(Random random, String pattern) {
        StringBuilder filled = new StringBuilder(pattern);
        for (int i = 0; i < filled.length(); i++) {
            if (filled.charAt(i) == '#') {
                filled.setCharAt(i, (char) ('0' + random.nextInt(10)));
            }
        }
        return filled.toString();
    }

    /** The part, from 0 to {@code parts - 1}, that a text falls in by its SHA-256 hash. */
    static int part(String text, int parts) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return (int) Long.remainderUnsigned(ByteBuffer.wrap(hash).getLong(), parts);
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException(missing);
        }
    }
}
