package io.postil.privacy.rules;

/** Long runs of letters, digits, hyphens and underscores: what addresses of coins, keys and tokens are made of. */
final class Tokens {
    static final int LEAST = 16;

    private Tokens() {}

    /** Takes {@code [start, end)} of a token. */
    @FunctionalInterface
    interface Token {
        void at(int start, int end);
    }

    static void forEach(String text, Token token) {
        int start = 0;
        for (int at = 0; at <= text.length(); at++) {
            if (at == text.length() || !isInToken(text.charAt(at))) {
                if (at - start >= LEAST) {
                    token.at(start, at);
                }
                start = at + 1;
            }
        }
    }

    static boolean isInToken(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '-';
    }
}
