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
        var joints = reading.scan().joints();
        int from = 0;
        for (int i = 0; i < joints.count(); i++) {
            int start = joints.at(i) - (text.charAt(joints.at(i)) == '.' ? 4 : 2);
            if (start >= from && !Reading.isInside(text, start)) {
                int end = end(text, start);
                if (end > start) {
                    found.at(start, end, 0.9);
                    from = end;
                }
            }
        }
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
