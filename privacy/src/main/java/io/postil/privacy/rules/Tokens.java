package io.postil.privacy.rules;

/** Long runs of letters, digits, hyphens and underscores: what addresses of coins, keys and tokens are made of. */
final class Tokens {
    static final int LEAST = 16;

    private final Spans runs = new Spans();

    /** Takes {@code [start, end)} of a token. */
    @FunctionalInterface
    interface Token {
        void at(int start, int end);
    }

    void forEach(Token token) {
        for (int i = 0; i < runs.count(); i++) {
            token.at(runs.start(i), runs.end(i));
        }
    }

    static boolean isInToken(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '-';
    }

    /** Takes a run in, if it is long enough. */
    void add(int start, int end) {
        if (end - start >= LEAST) {
            runs.add(start, end);
        }
    }
}
