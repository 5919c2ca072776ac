package io.postil.privacy.rules;

import io.postil.privacy.Types;

/** Hardware addresses: six pairs of hexadecimal digits with colons, hyphens or dots between, or three fours with dots. */
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
            char joint = text.charAt(joints.at(i));
            int pairs = joints.at(i) - 2;
            int fours = joints.at(i) - 4;
            if (pairs >= from && isPairs(text, pairs, joint)) {
                from = pairs + PAIRS;
                found.at(pairs, from, 0.9);
            } else if (fours >= from && joint == '.' && isGrouped(text, fours, 4, FOURS, '.')) {
                from = fours + FOURS;
                found.at(fours, from, 0.9);
            }
        }
    }

    /** With dots only where a letter is among them: digits alone may be anything. */
    private static boolean isPairs(String text, int start, char joint) {
        return isGrouped(text, start, 2, PAIRS, joint)
                && (joint != '.' || text.substring(start, start + PAIRS).chars().anyMatch(Character::isLetter));
    }

    private static boolean isGrouped(String text, int start, int size, int length, char separator) {
        int end = start + length;
        if (Reading.isInside(text, start)
                || end > text.length()
                || (end < text.length() && Character.isLetterOrDigit(text.charAt(end)))) {
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
