package io.postil.privacy.rules;

/** Neighbouring groups of digits, first to last, read as one number. */
record Numeral(Reading reading, int first, int last) {
    private DigitGroups groups() {
        return reading.digits();
    }

    int start() {
        return groups().start(first);
    }

    int end() {
        return groups().end(last);
    }

    int groupCount() {
        return last - first + 1;
    }

    int groupLength(int index) {
        return groups().length(first + index);
    }

    /** The digits of a group. */
    String group(int index) {
        return reading.text().substring(groups().start(first + index), groups().end(first + index));
    }

    int digitCount() {
        int count = 0;
        for (int group = first; group <= last; group++) {
            count += groups().length(group);
        }
        return count;
    }

    char firstDigit() {
        return reading.text().charAt(start());
    }

    /** Whether its first group begins so. */
    boolean startsWith(String digits) {
        return reading.text().startsWith(digits, start());
    }

    /** The digits alone. */
    String digits() {
        var digits = new StringBuilder();
        for (int group = first; group <= last; group++) {
            digits.append(reading.text(), groups().start(group), groups().end(group));
        }
        return digits.toString();
    }

    /** The lengths of the groups, such as {@code 3-2-4}. */
    String shape() {
        var shape = new StringBuilder();
        for (int group = first; group <= last; group++) {
            shape.append(group == first ? "" : "-").append(groups().length(group));
        }
        return shape.toString();
    }

    /** What stands between a group and the next. */
    String separator(int index) {
        return reading.text().substring(groups().end(first + index), groups().start(first + index + 1));
    }

    /** Whether all separators are the same, a line break counting as any. */
    boolean isEven() {
        int seen = -1;
        for (int group = first; group < last; group++) {
            if (hasLineBreak(group)) {
                continue;
            }
            if (seen >= 0 && !areSeparatedAlike(seen, group)) {
                return false;
            }
            seen = group;
        }
        return true;
    }

    private boolean hasLineBreak(int group) {
        for (int at = groups().end(group); at < groups().start(group + 1); at++) {
            if (reading.text().charAt(at) == '\n') {
                return true;
            }
        }
        return false;
    }

    private boolean areSeparatedAlike(int group, int other) {
        int start = groups().end(group);
        int length = groups().start(group + 1) - start;
        int otherStart = groups().end(other);
        return length == groups().start(other + 1) - otherStart
                && reading.text().regionMatches(start, reading.text(), otherStart, length);
    }

    /** Whether the separators hold nothing but {@code allowed}. */
    boolean isSeparatedBy(String allowed) {
        for (int group = first; group < last; group++) {
            for (int at = groups().end(group); at < groups().start(group + 1); at++) {
                if (allowed.indexOf(reading.text().charAt(at)) < 0) {
                    return false;
                }
            }
        }
        return true;
    }

    boolean touchesLetterBefore() {
        return Character.isLetter(before());
    }

    boolean touchesLetter() {
        return touchesLetterBefore() || Character.isLetter(after());
    }

    /** The character before, a line feed at the beginning. */
    char before() {
        return start() == 0 ? '\n' : reading.text().charAt(start() - 1);
    }

    /** The character after, a line feed at the end. */
    char after() {
        return end() == reading.text().length() ? '\n' : reading.text().charAt(end());
    }
}
