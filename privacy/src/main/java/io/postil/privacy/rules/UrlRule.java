package io.postil.privacy.rules;

import io.postil.privacy.Types;

/** Web addresses: from a scheme or {@code www.} to the next white space, without the punctuation that ends a sentence. */
final class UrlRule implements Rule {
    private static final String ENDS = "<>\"`{}|\\^";
    private static final String TRAILING = ".,;:!?'*)]";

    private final boolean withPassword;

    private UrlRule(boolean withPassword) {
        this.withPassword = withPassword;
    }

    static Rule any() {
        return new UrlRule(false);
    }

    static Rule withPassword() {
        return new UrlRule(true);
    }

    @Override
    public String name() {
        return withPassword ? "url-password" : "url";
    }

    @Override
    public String type() {
        return withPassword ? Types.SECRET : Types.URL;
    }

    @Override
    public String about() {
        return withPassword ? "web addresses that hold a password" : "web addresses with a scheme or www";
    }

    @Override
    public void find(Reading reading, Found found) {
        var text = reading.text();
        int end = 0;
        for (int at = text.indexOf("://"); at >= 0; at = text.indexOf("://", Math.max(at + 1, end))) {
            int start = schemeStart(text, at, end);
            end = end(text, at + 3);
            if (start < at && end > at + 3 && (!withPassword || hasPassword(text.substring(at + 3, end)))) {
                found.at(start, end, 0.9);
            }
        }
        if (!withPassword) {
            findWww(reading, found);
        }
    }

    private static void findWww(Reading reading, Found found) {
        var lower = reading.lower();
        int end = 0;
        for (int at = lower.indexOf("www."); at >= 0; at = lower.indexOf("www.", Math.max(at + 1, end))) {
            end = end(lower, at);
            if (end > at + 4 && (at == 0 || !Character.isLetterOrDigit(lower.charAt(at - 1)))) {
                found.at(at, end, 0.9);
            }
        }
    }

    private static int schemeStart(String text, int at, int least) {
        int start = at;
        while (start > least && isInScheme(text.charAt(start - 1))) {
            start--;
        }
        return start;
    }

    /** Where an address ends that has begun before {@code from}. */
    static int end(String text, int from) {
        int end = from;
        while (end < text.length() && !isEnd(text.charAt(end))) {
            end++;
        }
        while (end > from && TRAILING.indexOf(text.charAt(end - 1)) >= 0) {
            end--;
        }
        return end;
    }

    /** Whether the part before the path has a colon and then an at sign. */
    private static boolean hasPassword(String afterScheme) {
        int slash = afterScheme.indexOf('/');
        var authority = slash < 0 ? afterScheme : afterScheme.substring(0, slash);
        int colon = authority.indexOf(':');
        return colon >= 0 && authority.lastIndexOf('@') > colon;
    }

    private static boolean isEnd(char c) {
        return Character.isWhitespace(c) || ENDS.indexOf(c) >= 0;
    }

    private static boolean isInScheme(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || DigitGroups.isDigit(c) || "+-.".indexOf(c) >= 0;
    }
}
