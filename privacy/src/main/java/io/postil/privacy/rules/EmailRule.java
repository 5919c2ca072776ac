package io.postil.privacy.rules;

import io.postil.privacy.Types;
import org.apache.commons.validator.routines.DomainValidator;

/** E-mail addresses, in any script. What stands around an at sign is read outwards, so the time is linear. */
final class EmailRule implements Rule {
    private static final String IN_LOCAL_PART = "!#$%&'*+-/=?^_`{|}~.";
    private static final LinearPattern LOOSE = LinearPattern.of("[A-Za-z0-9-]+(?: ?[.,] ?[A-Za-z0-9-]+){1,3}");
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
        int end = LOOSE.wholeEnd(text, start, Math.min(text.length(), start + LONGEST_DOMAIN));
        int label = Math.max(end, 0);
        while (label > start && isLetter(text.charAt(label - 1))) {
            label--;
        }
        return end >= 0 && DomainValidator.getInstance().isValidTld(text.substring(label, end)) ? end : -1;
    }

    private static boolean isNamed(String domain) {
        int dot = domain.lastIndexOf('.');
        return dot > 0 && domain.length() - dot > 2 && isLetter(domain.charAt(dot + 1));
    }

    private static boolean isAddress(String domain) {
        return domain.chars().filter(c -> c == '.').count() == 3;
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
