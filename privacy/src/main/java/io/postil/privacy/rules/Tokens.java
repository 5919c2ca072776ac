package io.postil.privacy.rules;

import java.util.Arrays;

/** Long runs of letters, digits, hyphens and underscores: what addresses of coins, keys and tokens are made of. */
final class Tokens {
    static final int LEAST = 16;

    private int[] starts = new int[4];
    private int[] ends = new int[4];
    private int count;

    /** Takes {@code [start, end)} of a token. */
    @FunctionalInterface
    interface Token {
        void at(int start, int end);
    }

    void forEach(Token token) {
        for (int i = 0; i < count; i++) {
            token.at(starts[i], ends[i]);
        }
    }

    static boolean isInToken(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '-';
    }

    /** Takes a run in, if it is long enough. */
    void add(int start, int end) {
        if (end - start < LEAST) {
            return;
        }
        if (count == starts.length) {
            starts = Arrays.copyOf(starts, count * 2);
            ends = Arrays.copyOf(ends, count * 2);
        }
        starts[count] = start;
        ends[count++] = end;
    }
}
