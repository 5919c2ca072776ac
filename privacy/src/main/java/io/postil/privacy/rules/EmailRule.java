package io.postil.privacy.rules;

import io.postil.privacy.Types;
import org.apache.commons.validator.routines.DomainValidator;

/** E-mail addresses, in any script. What stands around an at sign is read outwards, so the time is linear. */
final class EmailRule implements Rule {
    private static final String IN_LOCAL_PART = "!#$%&'*+-/=?^_`{|}~.";
    private static final LinearPattern LOOSE =
            LinearPattern.of("[A-Za-z0-9-]+(?:(?: ?[.,] ?| (?:" + SpelledEmailRule.JOINTS + ") )[A-Za-z0-9-]+){1,3}");
    /** {@code e x a m p l e . c o m}. */
    private static final LinearPattern LETTERS_AFTER =
            LinearPattern.of("[A-Za-z0-9](?: [A-Za-z0-9-]){0,40}(?: ?\\. ?[A-Za-z0-9](?: [A-Za-z0-9-]){1,40}){1,3}");
    /** {@code j . d o e}, read backwards. */
    private static final LinearPattern LETTERS_BEFORE =
            LinearPattern.backwards("[A-Za-z0-9](?: ?[._+-]? [A-Za-z0-9]| ?[._+-] ?[A-Za-z0-9]){1,40}");
    /** {@code jane . doe}, {@code jane point doe}, read backwards. */
    private static final LinearPattern PARTS_BEFORE =
            LinearPattern.backwards("[A-Za-z0-9+-]+(?: (?:[._]|" + SpelledEmailRule.JOINTS + ") [A-Za-z0-9+-]+){1,3}");

    private static final int LONGEST_LOCAL_PART = 64;
    private static final int LONGEST_DOMAIN = 253;

    @Override
    public String name() {
        return "email";
    }

    @Override
    public String type() {
        return Types.EMAIL;
    }

    @Override
    public String about() {
        return "e-mail addresses in any script, a space on either side of the at sign too";
    }

    @Override
    public void find(Reading reading, Found found) {
        var text = reading.text();
        for (int at = text.indexOf('@'); at >= 0; at = text.indexOf('@', at + 1)) {
            int start = localStart(text, skipSpaceBefore(text, at));
            int end = domainEnd(text, skipSpaceAfter(text, at + 1));
            if (start >= 0 && end >= 0) {
                found.at(start, end, isTight(text, at) ? 1.0 : 0.8);
            }
        }
    }

    /** Where the local part begins that ends at {@code end}, or -1. */
    private static int localStart(String text, int end) {
        int quoted = quotedStart(text, end);
        if (quoted >= 0) {
            return quoted;
        }
        int tight = tightStart(text, end);
        int letters = LETTERS_BEFORE.wholeStart(text, end);
        int parts = tight < 0 ? -1 : PARTS_BEFORE.wholeStart(text, end);
        int loose = letters >= 0 && parts >= 0 ? Math.min(letters, parts) : Math.max(letters, parts);
        return loose >= 0 ? Math.min(loose, tight) : tight;
    }

    /** Where a local part in quotes begins (RFC 5321), or -1. */
    private static int quotedStart(String text, int end) {
        int last = end - 1;
        if (last < 1 || text.charAt(last) != '"') {
            return -1;
        }
        for (int at = last - 1; at >= Math.max(0, last - LONGEST_LOCAL_PART); at--) {
            char c = text.charAt(at);
            boolean isEscaped = at > 0 && text.charAt(at - 1) == '\\';
            if (c == '"' && !isEscaped) {
                return at < last - 1 ? at : -1;
            }
            if (c == '\n') {
                return -1;
            }
        }
        return -1;
    }

    private static int tightStart(String text, int end) {
        int start = end;
        int first = Math.max(0, end - LONGEST_LOCAL_PART);
        while (start > first && isInLocalPart(text.charAt(start - 1))) {
            start--;
        }
        while (start < end && "'.=?&/|".indexOf(text.charAt(start)) >= 0) {
            start++;
        }
        return start < end ? start : -1;
    }

    /** Where the domain ends that begins at {@code start}, or -1 where there is none with a dot and letters after it. */
    private static int domainEnd(String text, int start) {
        int end = start;
        int last = Math.min(text.length(), start + LONGEST_DOMAIN);
        while (end < last && isInDomain(text.charAt(end))) {
            end++;
        }
        while (end > start && ".-".indexOf(text.charAt(end - 1)) >= 0) {
            end--;
        }
        var domain = text.substring(start, end);
        return isNamed(domain) || isAddress(domain) ? end : looseEnd(text, start);
    }

    /** {@code example . com}, {@code example,com}: only under a top-level domain. */
    private static int looseEnd(String text, int start) {
        int last = Math.min(text.length(), start + LONGEST_DOMAIN);
        int end = Math.max(LOOSE.wholeEnd(text, start, last), LETTERS_AFTER.wholeEnd(text, start, last));
        while (end > start) {
            int label = labelStart(text, start, end);
            if (label > start
                    && DomainValidator.getInstance()
                            .isValidTld(text.substring(label, end).replace(" ", ""))) {
                return end;
            }
            end = Math.max(LOOSE.wholeEnd(text, start, label), LETTERS_AFTER.wholeEnd(text, start, label));
        }
        return -1;
    }

    private static int labelStart(String text, int start, int end) {
        int label = end;
        while (label > start && (isLetter(text.charAt(label - 1)) || isSpaced(text, label))) {
            label--;
        }
        return label;
    }

    private static boolean isNamed(String domain) {
        int dot = domain.lastIndexOf('.');
        return dot > 0 && domain.length() - dot > 2 && isLetter(domain.charAt(dot + 1));
    }

    private static boolean isAddress(String domain) {
        return domain.chars().filter(c -> c == '.').count() == 3;
    }

    /** Whether a space stands before {@code at} between two single letters. */
    private static boolean isSpaced(String text, int at) {
        return at > 2 && text.charAt(at - 1) == ' ' && isLetter(text.charAt(at - 2)) && !Reading.isInside(text, at - 2);
    }

    private static int skipSpaceBefore(String text, int at) {
        return at > 0 && text.charAt(at - 1) == ' ' ? at - 1 : at;
    }

    private static int skipSpaceAfter(String text, int at) {
        return at < text.length() && (text.charAt(at) == ' ' || text.charAt(at) == '[') ? at + 1 : at;
    }

    private static boolean isTight(String text, int at) {
        return text.charAt(at - 1) != ' ' && text.charAt(at + 1) != ' ';
    }

    private static boolean isInLocalPart(char c) {
        return isLetter(c) || IN_LOCAL_PART.indexOf(c) >= 0;
    }

    private static boolean isInDomain(char c) {
        return isLetter(c) || c == '.' || c == '-' || c == '_';
    }

    private static boolean isLetter(char c) {
        return Character.isLetterOrDigit(c) || Character.isSurrogate(c);
    }
}
