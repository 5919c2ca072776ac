package io.postil.privacy.rules;

import java.math.BigInteger;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;

/** Base58Check as in Bitcoin: one byte of version, 20 of hash, 4 of checksum, the first four of SHA-256 applied twice. */
final class Base58Check {
    private static final String ALPHABET = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";
    private static final BigInteger BASE = BigInteger.valueOf(58);
    private static final int PAYLOAD = 21;
    private static final int CHECKSUM = 4;
    private static final int SHORTEST = 25;
    private static final int LONGEST = 35;

    private Base58Check() {}

    static boolean isValid(String address) {
        if (address.length() < SHORTEST || address.length() > LONGEST) {
            return false;
        }
        var value = BigInteger.ZERO;
        for (int i = 0; i < address.length(); i++) {
            int digit = ALPHABET.indexOf(address.charAt(i));
            if (digit < 0) {
                return false;
            }
            value = value.multiply(BASE).add(BigInteger.valueOf(digit));
        }
        return value.bitLength() <= (PAYLOAD + CHECKSUM) * Byte.SIZE && isChecked(value);
    }

    private static boolean isChecked(BigInteger value) {
        var bytes = new byte[PAYLOAD + CHECKSUM];
        var magnitude = value.toByteArray();
        int length = Math.min(magnitude.length, bytes.length);
        System.arraycopy(magnitude, magnitude.length - length, bytes, bytes.length - length, length);
        var hash = sha256(sha256(Arrays.copyOf(bytes, PAYLOAD)));
        return Arrays.equals(hash, 0, CHECKSUM, bytes, PAYLOAD, bytes.length);
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
