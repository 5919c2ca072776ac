package io.postil.privacy.rules;

import io.postil.privacy.Types;
import java.util.List;

/**
 * Persons after words that lead to a name: the words with a capital that follow, or in lower case one given name of the list.
 *
 * @param place where the name must stand
 */
record LedNameRule(String name, String about, Words leading, double score, Place place) implements Rule {
    private static final int MOST_SIGNS = 4;
    private static final int LONGEST_LABEL = 60;

    /** Where a name must stand, so that it is one. */
    enum Place {
        ANYWHERE,
        /** Anywhere, but the words that lead to it are not in capitals throughout, as abbreviations are. */
        NOT_LOUD,
        /** Anywhere, and of two words at least. */
        FULL,
        /** After a space, or between commas. */
        BESIDE,
        /** Anywhere, but only names of the list. */
        LISTED,
        /** A comma, colon, exclamation mark or the end of a line comes after it. */
        BEFORE_A_STOP,
        /** The end of a line comes after it; a sign or line break before. */
        END_OF_LINE
    }

    @Override
    public String type() {
        return Types.PERSON;
    }

    @Override
    public List<Words> words() {
        return List.of(leading);
    }

    @Override
    public void find(Reading reading, Found found) {
        var text = reading.text();
        var hits = reading.hitsOf(leading);
        for (int hit = 0; hit < hits.count(); hit++) {
            int start = skipSigns(text, hits.end(hit));
            if (start > hits.end(hit)
                    && !isEmpty(text, hits.end(hit), start)
                    && !isLabel(text, hits.end(hit))
                    && leads(text, hits.start(hit), hits.end(hit))
                    && isWritten(reading.accents(), hits.start(hit), hits.end(hit))) {
                int name = NameRun.afterLinks(text, start);
                int end = NameRun.wordEnd(text, name);
                if (end > name + 1 && !LedNames.isNobody(reading.lower().substring(name, end))) {
                    int nameEnd = withGivenNames(text, NameRun.end(text, name, end));
                    if (place != Place.FULL || nameEnd > end) {
                        judge(text, hits.end(hit), start, nameEnd, found);
                    }
                } else {
                    findSmall(reading, start, found);
                }
            }
        }
    }

    /** {@code Name: Lindqvist, Maj-Britt} at the end of a line, where a label leads to it. */
    private int withGivenNames(String text, int end) {
        if (leading != LedWords.INTRODUCED || !text.startsWith(", ", end)) {
            return end;
        }
        int given = NameRun.wordEnd(text, end + 2);
        int last = given < 0 ? -1 : NameRun.end(text, end + 2, given);
        return last > 0 && (last == text.length() || text.charAt(last) == '\n') ? last : end;
    }

    /** A label of a form with nothing after it: the next line is another one. */
    private static boolean isEmpty(String text, int end, int start) {
        if (text.charAt(end - 1) != ':' || text.substring(end, start).indexOf('\n') < 0) {
            return false;
        }
        int limit = Math.min(text.length(), start + LONGEST_LABEL);
        int lineEnd = start;
        while (lineEnd < limit && text.charAt(lineEnd) != '\n') {
            lineEnd++;
        }
        return text.charAt(lineEnd - 1) == ':';
    }

    /** Whether it is the word, by its accents. */
    private boolean isWritten(Accents accents, int start, int end) {
        if (leading == LedNames.ADDRESSED) {
            return accents.areVietnamese()
                    ? LedNames.ADDRESSES.contains(accents.written(start, end))
                    : LedNames.ADDRESSES_WITHOUT_ACCENTS.contains(accents.written(start, end));
        }
        return leading != TitleRule.TITLES || !accents.isVietnamese(start, end);
    }

    /** A title with a colon after it is none: {@code Mã vận đơn: VX}. */
    private boolean isLabel(String text, int end) {
        return leading == TitleRule.TITLES && text.charAt(end) == ':';
    }

    /** {@code M.} leads with a capital alone, and nothing after a dot does: {@code p.m.}. */
    private boolean leads(String text, int start, int end) {
        boolean isShort = end - start <= 2 && leading != LedNames.ADDRESSED;
        boolean isAfterDot = start > 0 && text.charAt(start - 1) == '.';
        return !isAfterDot && (!isShort || Scan.isUpper(text.charAt(start)));
    }

    private void judge(String text, int leadingEnd, int start, int end, Found found) {
        boolean stands =
                switch (place) {
                    case ANYWHERE, FULL -> true;
                    case BESIDE -> isBeside(text, leadingEnd, start, end);
                    case NOT_LOUD -> start == leadingEnd + 1 && !Scan.isUpper(text.charAt(leadingEnd - 1));
                    case LISTED -> false;
                    case BEFORE_A_STOP -> end == text.length() || ",:!\n".indexOf(text.charAt(end)) >= 0;
                    case END_OF_LINE ->
                        isAtEnd(text, end) && start - leadingEnd > (text.charAt(leadingEnd) == ' ' ? 1 : 0);
                };
        if (stands) {
            found.at(start, end, score);
        }
    }

    private static boolean isBeside(String text, int leadingEnd, int start, int end) {
        var between = text.substring(leadingEnd, start);
        boolean isBeforeStop = end == text.length() || ",.;)".indexOf(text.charAt(end)) >= 0;
        boolean isLoud = !Character.isLowerCase(text.charAt(end - 1));
        return !isLoud && (between.equals(" ") || (between.equals(", ") && isBeforeStop));
    }

    /** {@code hi jonas}: in lower case. */
    private void findSmall(Reading reading, int start, Found found) {
        var lower = reading.lower();
        int end = start;
        while (end < lower.length() && Character.isLetter(lower.charAt(end))) {
            end++;
        }
        if (end > start && GivenNameRule.isGiven(lower, start, end)) {
            found.at(start, end, score);
        }
    }

    private static boolean isAtEnd(String text, int end) {
        int at = end < text.length() && ".!".indexOf(text.charAt(end)) >= 0 ? end + 1 : end;
        return at == text.length() || text.charAt(at) == '\n';
    }

    private static int skipSigns(String text, int end) {
        int at = end;
        while (at < text.length() && at - end < MOST_SIGNS && " .,!:\n".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        return at;
    }
}
