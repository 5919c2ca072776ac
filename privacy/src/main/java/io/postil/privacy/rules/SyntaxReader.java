package io.postil.privacy.rules;

import io.postil.privacy.rules.Syntax.Chars;
import io.postil.privacy.rules.Syntax.Choice;
import io.postil.privacy.rules.Syntax.Range;
import io.postil.privacy.rules.Syntax.Repeat;
import io.postil.privacy.rules.Syntax.Sequence;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads the part of the usual syntax of patterns that rules need: characters, {@code \} before a sign, {@code [a-z]}, {@code [^a-z]},
 * {@code (?:…)}, {@code |}, {@code ?}, {@code *}, {@code +}, {@code {2}}, {@code {2,}}, {@code {2,5}}.
 */
final class SyntaxReader {
    private final String pattern;
    private int at;

    private SyntaxReader(String pattern) {
        this.pattern = pattern;
    }

    static Syntax read(String pattern) {
        var reader = new SyntaxReader(pattern);
        var syntax = reader.choice();
        if (reader.at < pattern.length()) {
            throw reader.wrong("an end");
        }
        return syntax;
    }

    private Syntax choice() {
        var parts = new ArrayList<Syntax>();
        parts.add(sequence());
        while (takes('|')) {
            parts.add(sequence());
        }
        return parts.size() == 1 ? parts.get(0) : new Choice(parts);
    }

    private Syntax sequence() {
        var parts = new ArrayList<Syntax>();
        while (at < pattern.length() && "|)".indexOf(pattern.charAt(at)) < 0) {
            parts.add(repeated(one()));
        }
        return new Sequence(parts);
    }

    private Syntax repeated(Syntax part) {
        if (takes('?')) {
            return new Repeat(part, 0, 1);
        } else if (takes('*')) {
            return new Repeat(part, 0, -1);
        } else if (takes('+')) {
            return new Repeat(part, 1, -1);
        } else if (takes('{')) {
            int least = number();
            int most = !takes(',') ? least : pattern.startsWith("}", at) ? -1 : number();
            expect('}');
            return new Repeat(part, least, most);
        }
        return part;
    }

    private Syntax one() {
        if (takes('(')) {
            expect('?');
            expect(':');
            var inner = choice();
            expect(')');
            return inner;
        }
        return takes('[') ? set() : single(character());
    }

    private Syntax set() {
        boolean isNegated = takes('^');
        var ranges = new ArrayList<Range>();
        while (!takes(']')) {
            char first = character();
            boolean isRange = at + 1 < pattern.length() && pattern.charAt(at) == '-' && pattern.charAt(at + 1) != ']';
            if (isRange) {
                at++;
            }
            ranges.add(new Range(first, isRange ? character() : first));
        }
        return new Chars(isNegated ? negated(ranges) : ranges);
    }

    private static List<Range> negated(List<Range> ranges) {
        var others = new ArrayList<Range>();
        int from = 0;
        for (Range range :
                ranges.stream().sorted((a, b) -> a.first() - b.first()).toList()) {
            if (range.first() > from) {
                others.add(new Range((char) from, (char) (range.first() - 1)));
            }
            from = Math.max(from, range.last() + 1);
        }
        if (from <= Character.MAX_VALUE) {
            others.add(new Range((char) from, Character.MAX_VALUE));
        }
        return others;
    }

    private static Syntax single(char c) {
        return new Chars(List.of(new Range(c, c)));
    }

    private char character() {
        if (at == pattern.length()) {
            throw wrong("a character");
        }
        char c = pattern.charAt(at++);
        if (c != '\\') {
            return c;
        }
        char escaped = pattern.charAt(at++);
        if (Character.isLetterOrDigit(escaped)) {
            throw wrong("a sign after \\");
        }
        return escaped;
    }

    private int number() {
        int start = at;
        while (at < pattern.length() && DigitGroups.isDigit(pattern.charAt(at))) {
            at++;
        }
        return Integer.parseInt(pattern.substring(start, at));
    }

    private boolean takes(char c) {
        boolean isThere = at < pattern.length() && pattern.charAt(at) == c;
        at += isThere ? 1 : 0;
        return isThere;
    }

    private void expect(char c) {
        if (!takes(c)) {
            throw wrong("'" + c + "'");
        }
    }

    private IllegalArgumentException wrong(String expected) {
        return new IllegalArgumentException("expected " + expected + " at " + at + " of " + pattern);
    }
}
