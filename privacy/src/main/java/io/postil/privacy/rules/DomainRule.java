package io.postil.privacy.rules;

import io.postil.privacy.Types;
import java.util.Locale;
import java.util.Set;
import org.apache.commons.validator.routines.DomainValidator;

/**
 * Names of hosts without a scheme: labels with dots between, the last a top-level domain. Left alone are endings that are more
 * often those of files, and what reads like the end of a sentence without its space.
 */
final class DomainRule implements Rule {
    private static final int LONGEST = 253;
    /** Endings of files of programs. */
    static final Set<String> SOURCES = Set.of("py", "rs", "sh", "pl", "cc", "java", "js", "ts", "cpp");

    private static final Set<String> FILES = Set.of(
            "md", "py", "rs", "sh", "pl", "so", "ps", "cc", "zip", "mov", "java", "js", "ts", "cpp", "in", "is", "it",
            "as", "do", "no", "to", "me", "my", "am", "at", "by", "id", "la", "sa", "na", "pm");

    @Override
    public String name() {
        return "domain";
    }

    @Override
    public String type() {
        return Types.URL;
    }

    @Override
    public String about() {
        return "names of hosts under a known top-level domain";
    }

    @Override
    public void find(Reading reading, Found found) {
        var text = reading.text();
        var joints = reading.scan().joints();
        int from = 0;
        for (int i = 0; i < joints.count(); i++) {
            int at = joints.at(i);
            if (at >= from && text.charAt(at) == '.') {
                int start = at;
                while (start > 0 && isInName(text.charAt(start - 1))) {
                    start--;
                }
                int end = at;
                while (end < text.length() && isInName(text.charAt(end))) {
                    end++;
                }
                from = Math.max(end, at + 1);
                judge(text, start, trimmed(text, start, end), found);
            }
        }
    }

    private static void judge(String text, int start, int end, Found found) {
        int dot = text.lastIndexOf('.', end - 1);
        if (dot <= start || end - start > LONGEST || text.charAt(start) == '.' || text.startsWith("..", dot - 1)) {
            return;
        }
        if (text.startsWith("(", end)) { // a call in a program: Cart.total()
            return;
        }
        var top = text.substring(dot + 1, end);
        int labelStart = Math.max(start, text.lastIndexOf('.', dot - 1) + 1);
        if (isTop(top, text.substring(labelStart, dot), labelStart > start)) {
            found.at(start, pathEnd(text, end), 0.6);
        }
    }

    /** Of the root zone, or one that RFC 2606 and 7686 keep for examples and onion services. */
    static boolean isTopLevel(String label) {
        return DomainValidator.getInstance().isValidTld(label) || label.equals("example") || label.equals("onion");
    }

    /** A two-letter ending that is also a word needs a name of some length before it, all in lower case. */
    private static boolean isTop(String top, String label, boolean hasSubdomain) {
        var small = top.toLowerCase(Locale.ROOT);
        if (!isTopLevel(small) || label.chars().noneMatch(Character::isLetter)) {
            return false;
        }
        boolean isSentence =
                Character.isUpperCase(top.charAt(0)) && !Character.isUpperCase(label.charAt(label.length() - 1));
        return !isSentence && (!FILES.contains(small) || hasSubdomain || label.indexOf('-') > 0);
    }

    private static int trimmed(String text, int start, int end) {
        int last = end;
        while (last > start && ".-".indexOf(text.charAt(last - 1)) >= 0) {
            last--;
        }
        return last;
    }

    private static int pathEnd(String text, int end) {
        return end < text.length() && text.charAt(end) == '/' ? UrlRule.end(text, end + 1) : end;
    }

    private static boolean isInName(char c) {
        return Scan.isLetterOrDigit(c) || c == '.' || c == '-';
    }
}
