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
        var words = reading.scan().words();
        for (int i = 0; i < words.count(); i++) {
            int start = words.at(i);
            int mark = lettersEnd(text, start);
            int end = mark > start && mark < text.length() && "._".indexOf(text.charAt(mark)) >= 0
                    ? lettersEnd(text, mark + 1)
                    : -1;
            if (end > mark + 1
                    && mark - start >= LEAST_GIVEN
                    && stands(text, start, end)
                    && (end == mark + 2 || end - mark > LEAST_GIVEN)
                    && GivenNameRule.isGiven(reading.lower(), start, mark)) {
                found.at(start, end, 0.6);
            }
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

    private static int lettersEnd(String text, int from) {
        int end = from;
        while (end < text.length() && end - from < LONGEST && text.charAt(end) >= 'a' && text.charAt(end) <= 'z') {
            end++;
        }
        return end;
    }
}
