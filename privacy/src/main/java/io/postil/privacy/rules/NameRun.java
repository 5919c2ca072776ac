package io.postil.privacy.rules;

import io.postil.privacy.NameLinks;
import java.util.Set;

/** Reads the words of a name: words with a capital, initials, and the small words that link them. */
final class NameRun {
    private static final int MOST_WORDS = 3;
    private static final int LONGEST_LINK = 5;
    private static final Set<String> LINKS = NameLinks.and("y", "st.");
    /** With a capital only because a sentence, or English, writes them so. */
    private static final Set<String> NO_NAMES = Set.of(
            "i", "i'm", "i'll", "i've", "i'd", "and", "or", "the", "is", "will", "can", "has", "please", "thanks",
            "sir", "madam", "und", "ist", "et", "est", "y", "e", "la", "le");

    private NameRun() {}

    /** The end of the word with a capital that begins at {@code from}, or -1. */
    static int wordEnd(String text, int from) {
        if (from >= text.length() || !Character.isUpperCase(text.charAt(from))) {
            return -1;
        }
        int end = from;
        while (end < text.length() && isInName(text, end)) {
            end++;
        }
        return end;
    }

    /** The end of a name whose first word ends at {@code end}, with up to three words after it. */
    static int end(String text, int start, int end) {
        boolean isLoud = isLoud(text, start, end);
        int most = isLoud ? 1 : MOST_WORDS;
        int last = end;
        for (int words = 0; words < most; words++) {
            int next = nextEnd(text, last, isLoud);
            if (next < 0) {
                break;
            }
            last = next;
        }
        return last;
    }

    /** Where the first word with a capital begins after small words that link names: {@code von der Aue}; {@code from} where there are none. */
    static int afterLinks(String text, int from) {
        int at = from;
        for (int links = 0; links < 2; links++) {
            int link = linkEnd(text, at);
            at = link > 0 ? link + 1 : at;
        }
        return at < text.length() && Character.isUpperCase(text.charAt(at)) ? at : from;
    }

    /** The end of the next word of a name after a space, or -1. */
    private static int nextEnd(String text, int end, boolean isLoud) {
        int from = end + 1;
        if (from >= text.length() || text.charAt(end) != ' ') {
            return -1;
        }
        for (int links = 0; links < 2; links++) {
            int link = linkEnd(text, from);
            from = link > 0 ? link + 1 : from;
        }
        int next = wordEnd(text, from);
        if (next < 0 || NO_NAMES.contains(Folding.word(text.substring(from, next)))) {
            return -1;
        }
        if (next - from == 1) {
            boolean isInitial = next < text.length() && text.charAt(next) == '.';
            return isInitial && nextEnd(text, next + 1, isLoud) > 0 ? next + 1 : -1;
        }
        return isLoud && next - from < 4 ? -1 : next;
    }

    private static int linkEnd(String text, int from) {
        int end = from;
        while (end < text.length() && end - from < LONGEST_LINK && text.charAt(end) != ' ') {
            end++;
        }
        boolean isWord = end < text.length() && text.charAt(end) == ' ';
        return isWord && LINKS.contains(text.substring(from, end)) ? end : -1;
    }

    private static boolean isInName(String text, int at) {
        char c = text.charAt(at);
        boolean joins = (c == '-' || c == '\'') && at + 1 < text.length() && Character.isLetter(text.charAt(at + 1));
        return Character.isLetter(c) || (joins && !isPossessive(text, at));
    }

    /** {@code Oliver's} ends before the apostrophe. */
    private static boolean isPossessive(String text, int at) {
        return text.charAt(at) == '\''
                && text.charAt(at + 1) == 's'
                && (at + 2 == text.length() || !Character.isLetter(text.charAt(at + 2)));
    }

    /** Whether a word is in capitals throughout: then capitals tell little about the next one. */
    private static boolean isLoud(String text, int start, int end) {
        return end - start > 1
                && Character.isUpperCase(text.charAt(start + 1))
                && Character.isUpperCase(text.charAt(end - 1));
    }
}
