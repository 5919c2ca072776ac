package io.postil.privacy.rules;

import io.postil.privacy.Types;

/** Hardware addresses: six pairs of hexadecimal digits with colons or hyphens between, or three fours with dots. */
final class MacRule implements Rule {
    private static final int PAIRS = 17;
    private static final int FOURS = 14;

    @Override
    public String name() {
        return "mac";
    }

    @Override
    public String type() {
        return Types.MAC;
    }

    @Override
    public String about() {
        return "hardware addresses of network devices";
    }

    @Override
    public void find(Reading reading, Found found) {
        var text = reading.text();
        for (int at = 0; at < text.length(); at++) {
            if (mayBegin(text, at)) {
                int end = end(text, at);
                if (end > at) {
                    found.at(at, end, 0.9);
                    at = end;
                }
            }
        }
    }

    /** A quick look that leaves few places to be read. */
    private static boolean mayBegin(String text, int at) {
        boolean isSeparated =
                at + FOURS <= text.length() && (":-".indexOf(text.charAt(at + 2)) >= 0 || text.charAt(at + 4) == '.');
        return isSeparated && (at == 0 || !Character.isLetterOrDigit(text.charAt(at - 1)));
    }

    private static int end(String text, int start) {
        if (isGrouped(text, start, 2, PAIRS, ':') || isGrouped(text, start, 2, PAIRS, '-')) {
            return start + PAIRS;
        }
        return isGrouped(text, start, 4, FOURS, '.') ? start + FOURS : start;
    }

    private static boolean isGrouped(String text, int start, int size, int length, char separator) {
        int end = start + length;
        if (end > text.length() || (end < text.length() && Character.isLetterOrDigit(text.charAt(end)))) {
            return false;
        }
        boolean hasDigit = false;
        for (int i = 0; i < length; i++) {
            boolean isSeparator = i % (size + 1) == size;
            if (isSeparator ? text.charAt(start + i) != separator : !isHex(text, start + i)) {
                return false;
            }
            hasDigit |= DigitGroups.isDigit(text.charAt(start + i));
        }
        return hasDigit || separator == ':';
    }

    private static boolean isHex(String text, int at) {
        return Character.digit(text.charAt(at), 16) >= 0 && text.charAt(at) < 0x80;
    }
}
