package io.postil.privacy.rules;

import java.util.Optional;

/**
 * Signs in brackets, as people disarm addresses: {@code 192[.]0[.]2[.]1}, {@code example(dot)com}, {@code hxxp[://]example.com}. They
 * stand after a letter or digit, with a space between at most.
 */
record Disarmed(String sign, int end) {
    private static final int LONGEST = 8;
    private static final LinearPattern DOT = LinearPattern.of(
            "[\\[({<] ?(?:\\.|[Dd][Oo][Tt]|[Pp][Oo][Ii][Nn][Tt]"
                    + "|[Pp][Uu][Nn][Kk][Tt]|[Pp][Uu][Nn][Tt][Oo]|[Pp][Oo][Nn][Tt][Oo]|[Cc][Hh][Aa\u1ea5\u1ea4][Mm]) ?[\\])}>]");
    private static final LinearPattern COLON = LinearPattern.of("[\\[({<] ?(?::|:// ?)[\\])}>]");
    private static final LinearPattern AT = LinearPattern.of("[\\[({<] ?@ ?[\\])}>]");

    /** Whether a sign in brackets may begin with {@code c}. */
    static boolean mayBegin(char c) {
        return c == '[' || c == '(' || c == '{' || c == '<';
    }

    /** The sign that is meant by the brackets at {@code at}, and where they end. */
    static Optional<Disarmed> at(String text, int at) {
        if (!mayBegin(text.charAt(at)) || !isAfterWord(text, at)) {
            return Optional.empty();
        }
        return sign(DOT, ".", text, at).or(() -> sign(AT, "@", text, at)).or(() -> sign(COLON, ":", text, at)
                .map(colon ->
                        text.startsWith("//", text.indexOf(':', at) + 1) ? new Disarmed("://", colon.end()) : colon));
    }

    private static Optional<Disarmed> sign(LinearPattern pattern, String sign, String text, int at) {
        int end = pattern.end(text, at, Math.min(text.length(), at + 2 + LONGEST));
        return end < 0 ? Optional.empty() : Optional.of(new Disarmed(sign, end));
    }

    private static boolean isAfterWord(String text, int at) {
        int before = at > 1 && text.charAt(at - 1) == ' ' ? at - 2 : at - 1;
        return before >= 0 && Character.isLetterOrDigit(text.charAt(before));
    }
}
