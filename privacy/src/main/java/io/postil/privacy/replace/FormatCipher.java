package io.postil.privacy.replace;

import io.postil.privacy.seal.ConversationKey;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.bouncycastle.crypto.fpe.FPEEngine;
import org.bouncycastle.crypto.fpe.FPEFF1Engine;
import org.bouncycastle.crypto.params.FPEParameters;
import org.bouncycastle.crypto.params.KeyParameter;

/**
 * Format-preserving encryption with FF1 (NIST SP 800-38G, AES-256): the digits of a value without letters over ten signs, letters and
 * digits of another over 62. What separates them stays. The type is the tweak.
 */
final class FormatCipher {
    private static final String SIGNS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private static final String SEPARATORS = " .-/()+_:@\n\r\t";
    private static final int DIGITS = 10;
    /** So that there are a million values, as the standard demands. */
    private static final int LEAST_DIGITS = 6;

    private static final int LEAST_SIGNS = 4;

    private final byte[] secret;

    FormatCipher(ConversationKey key) {
        this.secret = key.derive("ff1", 32);
    }

    /** Nothing where the value is too short, has other letters or signs, or would be of another format afterwards. */
    Optional<String> encrypt(String type, String value) {
        int radix = radix(value);
        return isSuitable(value, radix)
                ? Optional.of(crypt(true, type, value, radix)).filter(encrypted -> radix(encrypted) == radix)
                : Optional.empty();
    }

    String decrypt(String type, String value) {
        int radix = radix(value);
        if (!isSuitable(value, radix)) {
            throw new UnmaskingException("a " + type + " has not the format of what FF1 encrypted");
        }
        return crypt(false, type, value, radix);
    }

    private static int radix(String value) {
        return value.chars().anyMatch(c -> SIGNS.indexOf(c) >= DIGITS) ? SIGNS.length() : DIGITS;
    }

    private static boolean isSuitable(String value, int radix) {
        long signs = value.chars().filter(c -> SIGNS.indexOf(c) >= 0).count();
        return value.chars().allMatch(c -> SIGNS.indexOf(c) >= 0 || SEPARATORS.indexOf(c) >= 0)
                && signs >= (radix == DIGITS ? LEAST_DIGITS : LEAST_SIGNS);
    }

    private String crypt(boolean isEncryption, String type, String value, int radix) {
        var signs = new byte[value.length()];
        int count = 0;
        for (int i = 0; i < value.length(); i++) {
            int sign = SIGNS.indexOf(value.charAt(i));
            if (sign >= 0) {
                signs[count++] = (byte) sign;
            }
        }
        return with(value, ff1(isEncryption, secret, radix, type.getBytes(StandardCharsets.UTF_8), signs, count));
    }

    /** The first {@code count} signs, each less than {@code radix}, by FF1. */
    static byte[] ff1(boolean isEncryption, byte[] key, int radix, byte[] tweak, byte[] signs, int count) {
        FPEEngine engine = new FPEFF1Engine();
        engine.init(isEncryption, new FPEParameters(new KeyParameter(key), radix, tweak));
        var result = new byte[count];
        engine.processBlock(signs, 0, count, result, 0);
        return result;
    }

    private static String with(String value, byte[] signs) {
        var crypted = new StringBuilder(value);
        int next = 0;
        for (int i = 0; i < value.length(); i++) {
            if (SIGNS.indexOf(value.charAt(i)) >= 0) {
                crypted.setCharAt(i, SIGNS.charAt(signs[next++]));
            }
        }
        return crypted.toString();
    }
}
