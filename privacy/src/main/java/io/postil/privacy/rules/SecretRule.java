package io.postil.privacy.rules;

import io.postil.privacy.Types;
import java.util.List;

/** Keys and tokens that their issuers begin in a way of their own, JSON web tokens, and private keys in PEM. */
final class SecretRule implements Rule {
    private static final List<String> PREFIXES = List.of(
            "AKIA",
            "ASIA",
            "ghp_",
            "gho_",
            "ghu_",
            "ghs_",
            "ghr_",
            "github_pat_",
            "glpat-",
            "xoxb-",
            "xoxp-",
            "xoxa-",
            "xoxr-",
            "xoxs-",
            "AIza",
            "sk-",
            "sk_live_",
            "sk_test_",
            "rk_live_",
            "pk_live_",
            "npm_",
            "hf_",
            "dop_v1_",
            "AGE-SECRET-KEY-",
            "shpat_",
            "EAACEdEose0cBA",
            "pypi-",
            "sq0csp-",
            "whsec_",
            "glptt-",
            "dckr_pat_",
            "PMAK-",
            "lin_api_",
            "tfp_");
    /** Words begin so too: a token has a digit. */
    private static final List<String> WEAK = List.of("sk-");
    /** Prefixes of which a token is long and has digits, capitals and small letters. */
    private static final List<String> SHORT =
            List.of("sk_", "pk_", "rk_", "tok-", "tok_", "key-", "key_", "api_", "token-");

    private static final int LEAST_OF_SHORT = 16;
    private static final int LEAST_OF_MIXED = 20;
    private static final int LONGEST_PREFIX = 14;
    /** Prefixes that a dot ends. */
    private static final List<String> DOTTED = List.of("SG.", "ya29.");

    private static final LinearPattern ACCOUNT = LinearPattern.of("(?:AC|SK)[0-9a-f]{32}");
    private static final String BEGIN = "-----BEGIN ";
    private static final String PRIVATE = "PRIVATE KEY";
    private static final String END = "-----END ";
    private static final int MOST_PARTS = 5;
    private static final int LONGEST_LINE = 80;

    @Override
    public String name() {
        return "secret";
    }

    @Override
    public String type() {
        return Types.SECRET;
    }

    @Override
    public String about() {
        return "keys and tokens with an issuer's prefix, JSON web tokens, private keys in PEM";
    }

    @Override
    public void find(Reading reading, Found found) {
        var text = reading.text();
        reading.tokens().forEach((start, end) -> findToken(text, start, end, found));
        findPrivateKeys(text, found);
    }

    private static boolean isShort(String text, int start, int end) {
        var token = text.substring(start, end);
        return end - start >= LEAST_OF_SHORT
                && SHORT.stream().anyMatch(token::startsWith)
                && token.chars().anyMatch(Character::isDigit)
                && token.chars().anyMatch(Character::isUpperCase)
                && token.chars().skip(5).anyMatch(Character::isLowerCase);
    }

    /** {@code ghx_live_7Qe2mZt0LwRb94KcVuYp}: a few small letters, and after an underscore many signs of all kinds. */
    private static boolean isMixed(String text, int start, int end) {
        int mark = end - start > LEAST_OF_MIXED ? end - 1 : start;
        while (mark > start && text.charAt(mark) != '_') {
            mark--;
        }
        if (mark < start + 2 || mark > start + LONGEST_PREFIX || end - mark <= LEAST_OF_MIXED) {
            return false;
        }
        var prefix = text.substring(start, mark);
        var rest = text.substring(mark + 1, end);
        return prefix.chars().allMatch(c -> c == '_' || (c >= 'a' && c <= 'z'))
                && rest.chars().filter(Character::isDigit).count() > 1
                && rest.chars().anyMatch(Character::isUpperCase)
                && rest.chars().anyMatch(Character::isLowerCase);
    }

    private static void findToken(String text, int start, int end, Found found) {
        if (text.startsWith("eyJ", start)) {
            found.at(start, dottedEnd(text, end), 0.95);
        } else if (isPrefixed(text, start, end)
                || isShort(text, start, end)
                || isMixed(text, start, end)
                || ACCOUNT.wholeEnd(text, start) == end) {
            found.at(start, end, 0.95);
        } else {
            DOTTED.stream()
                    .filter(prefix -> text.startsWith(prefix, start - prefix.length()))
                    .forEach(prefix -> found.at(start - prefix.length(), dottedEnd(text, end), 0.95));
        }
    }

    private static boolean isPrefixed(String text, int start, int end) {
        return PREFIXES.stream()
                .anyMatch(prefix ->
                        text.startsWith(prefix, start) && (!WEAK.contains(prefix) || hasDigit(text, start, end)));
    }

    /** A web token has up to five parts with dots between (RFC 7516); a part may be empty. */
    private static int dottedEnd(String text, int from) {
        int end = from;
        for (int parts = 1; parts < MOST_PARTS && end < text.length() && text.charAt(end) == '.'; parts++) {
            end++;
            while (end < text.length() && Tokens.isInToken(text.charAt(end))) {
                end++;
            }
        }
        return text.charAt(end - 1) == '.' ? end - 1 : end;
    }

    private static boolean hasDigit(String text, int start, int end) {
        return text.substring(start, end).chars().anyMatch(c -> c >= '0' && c <= '9');
    }

    /** From the first line to the last, or to the end of the text where the last is missing. */
    private static void findPrivateKeys(String text, Found found) {
        int from = 0;
        for (int at = text.indexOf(BEGIN); at >= 0; at = text.indexOf(BEGIN, from)) {
            from = at + BEGIN.length();
            if (text.substring(at, Math.min(text.length(), at + LONGEST_LINE)).contains(PRIVATE)) {
                int last = text.indexOf(END, from);
                int end = last < 0 ? text.length() : lineEnd(text, last);
                found.at(at, end, 1.0);
                from = end;
            }
        }
    }

    private static int lineEnd(String text, int from) {
        int dashes = text.indexOf("-----", from + END.length());
        return dashes < 0 || dashes - from > LONGEST_LINE ? text.length() : dashes + 5;
    }
}
