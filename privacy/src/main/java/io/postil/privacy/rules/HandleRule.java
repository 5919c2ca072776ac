package io.postil.privacy.rules;

import io.postil.privacy.Types;

/** Names of accounts that are made of a person's: a given name of the list in small letters, a dot or underscore, and more letters. */
final class HandleRule implements Rule {
    private static final int LEAST_GIVEN = 4;
    private static final int LONGEST = 24;

    @Override
    public String name() {
        return "name-handle";
    }

    @Override
    public String type() {
        return Types.PERSON;
    }

    @Override
    public String about() {
        return "account names of a given name of the list, a dot or underscore, and a name or initial";
    }

    @Override
    public void find(Reading reading, Found found) {
        var text = reading.text();
        var joints = reading.scan().joints();
        for (int i = 0; i < joints.count(); i++) {
            if (text.charAt(joints.at(i)) == '.') {
                judge(reading, joints.at(i), found);
            }
        }
        for (int at = text.indexOf('_'); at >= 0; at = text.indexOf('_', at + 1)) {
            judge(reading, at, found);
        }
    }

    private static void judge(Reading reading, int mark, Found found) {
        var text = reading.text();
        int start = mark;
        while (start > 0 && mark - start < LONGEST && isSmall(text.charAt(start - 1))) {
            start--;
        }
        int end = mark + 1;
        while (end < text.length() && end - mark < LONGEST && isSmall(text.charAt(end))) {
            end++;
        }
        boolean isLongEnough = mark - start >= LEAST_GIVEN && (end == mark + 2 || end - mark > LEAST_GIVEN);
        if (isLongEnough && stands(text, start, end) && GivenNameRule.isGiven(reading.lower(), start, mark)) {
            found.at(start, end, 0.6);
        }
    }

    /** Neither a part of a longer name, an address, nor of a program. */
    private static boolean stands(String text, int start, int end) {
        boolean begins = start == 0 || " @\n\t:(\"'".indexOf(text.charAt(start - 1)) >= 0;
        boolean ends =
                end == text.length() || " :,;!?)\"'\n\t".indexOf(text.charAt(end)) >= 0 || endsSentence(text, end);
        return begins && ends;
    }

    private static boolean endsSentence(String text, int end) {
        return text.charAt(end) == '.' && (end + 1 == text.length() || Character.isWhitespace(text.charAt(end + 1)));
    }

    private static boolean isSmall(char c) {
        return c >= 'a' && c <= 'z';
    }
}
