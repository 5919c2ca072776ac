package io.postil.privacy.rules;

import java.util.Locale;
import java.util.Set;

/** Bech32 (BIP 173) and Bech32m (BIP 350): a prefix, the digit 1, data, and a BCH checksum of six characters. */
final class Bech32 {
    private static final String ALPHABET = "qpzry9x8gf2tvdw0s3jn54khce6mua7l";
    private static final Set<String> PREFIXES = Set.of("bc", "tb", "ltc", "addr", "cosmos", "osmo", "lnbc");
    private static final int[] GENERATOR = {0x3b6a57b2, 0x26508e6d, 0x1ea119fa, 0x3d4233dd, 0x2a1462b3};
    private static final int BECH32 = 1;
    private static final int BECH32M = 0x2bc830a3;

    private Bech32() {}

    static boolean isValid(String address) {
        var small = address.toLowerCase(Locale.ROOT);
        int separator = small.lastIndexOf('1');
        if (separator < 2 || !PREFIXES.contains(small.substring(0, separator)) || small.length() - separator < 7) {
            return false;
        }
        int sum = prefix(small.substring(0, separator));
        for (int i = separator + 1; i < small.length(); i++) {
            int value = ALPHABET.indexOf(small.charAt(i));
            if (value < 0) {
                return false;
            }
            sum = step(sum, value);
        }
        return sum == BECH32 || sum == BECH32M;
    }

    private static int prefix(String prefix) {
        int sum = 1;
        for (int i = 0; i < prefix.length(); i++) {
            sum = step(sum, prefix.charAt(i) >> 5);
        }
        sum = step(sum, 0);
        for (int i = 0; i < prefix.length(); i++) {
            sum = step(sum, prefix.charAt(i) & 31);
        }
        return sum;
    }

    private static int step(int sum, int value) {
        int top = sum >>> 25;
        int next = (sum & 0x1ffffff) << 5 ^ value;
        for (int i = 0; i < GENERATOR.length; i++) {
            next ^= (top >> i & 1) == 1 ? GENERATOR[i] : 0;
        }
        return next;
    }
}
