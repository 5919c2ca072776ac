package io.postil.privacy.replace;

import io.postil.privacy.Finding;
import io.postil.privacy.NameLinks;
import io.postil.privacy.Types;
import java.util.Set;

/**
 * What belongs to the name of a person beside what was found of it: initials before it, and after it words with a capital, with the
 * small words that link them ({@code Thibault de La Fontaine}). Common words do not belong to it, and in German, where nouns have capitals,
 * nothing does without a link. Of a place, the second word after a first that is none by itself ({@code Bad Quellen}).
 */
final class NameReach {
    private static final Set<String> LINKS = NameLinks.and("las", "los", "mac", "vom", "zum");
    private static final Set<String> PLACE_FIRST = Set.of(
            "Bad", "Sankt", "San", "Santa", "Santo", "Saint", "Sainte", "São", "St", "New", "Los", "Las", "Villa",
            "Puerto", "Port", "Fort", "Mount", "Ciudad", "Castel", "Monte", "Upper", "Lower", "Great", "Little", "Old",
            "Nueva", "Nuevo");
    private static final int MOST_WORDS = 3;
    private static final int MOST_LINKS = 3;
    private static final int MOST_INITIALS = 3;

    private final String text;
    private final CommonWords common;

    NameReach(String text, CommonWords common) {
        this.text = text;
        this.common = common;
    }

    /** The finding with all of the name. */
    Finding whole(Finding finding) {
        if (!Character.isUpperCase(text.codePointAt(finding.start()))) {
            return finding;
        }
        return switch (finding.type()) {
            case Types.PERSON -> finding.at(start(finding.start()), end(finding.start(), finding.end()));
            case Types.LOCATION -> place(finding);
            default -> finding;
        };
    }

    /** {@code Bad} of {@code Bad Quellen}: a place's first word that is no name by itself, with the next. */
    private Finding place(Finding finding) {
        boolean isFirst = PLACE_FIRST.contains(text.substring(finding.start(), finding.end()));
        int next = isFirst ? afterSpace(finding.end()) : -1;
        boolean goesOn = next > 0 && next < text.length() && Character.isUpperCase(text.charAt(next));
        return goesOn ? finding.at(finding.start(), wordEnd(next)) : finding;
    }

    /** Before it {@code O'} and {@code A. }. */
    private int start(int found) {
        int start = found;
        if (start > 1 && isApostrophe(text.charAt(start - 1)) && isLoneCapital(start - 2)) {
            start -= 2;
        }
        for (int initials = 0; initials < MOST_INITIALS; initials++) {
            int dot = start > 0 && text.charAt(start - 1) == ' ' ? start - 2 : start - 1;
            if (dot < 1 || text.charAt(dot) != '.' || !isInitial(dot - 1)) {
                break;
            }
            start = dot - 1;
        }
        return start;
    }

    private boolean isInitial(int at) {
        boolean isAfterInitial = at > 0 && text.charAt(at - 1) == '.';
        return Character.isUpperCase(text.charAt(at)) && (isAfterInitial || isLoneCapital(at));
    }

    private boolean isLoneCapital(int at) {
        return Character.isUpperCase(text.charAt(at)) && (at == 0 || !Character.isLetterOrDigit(text.charAt(at - 1)));
    }

    private int end(int start, int found) {
        boolean isLoud = isLoud(start, found);
        int end = found;
        for (int words = 0; words < MOST_WORDS; words++) {
            int next = next(end, isLoud);
            if (next < 0) {
                break;
            }
            end = next;
        }
        return end;
    }

    /** The end of the next word of the name, or -1. */
    private int next(int end, boolean isLoud) {
        int at = afterSpace(end);
        boolean isLinked = false;
        for (int links = 0; at > 0 && links < MOST_LINKS; links++) {
            int link = linkEnd(at);
            if (link < 0) {
                break;
            }
            isLinked = true;
            at = link;
        }
        if (at < 0 || at >= text.length() || !Character.isUpperCase(text.charAt(at))) {
            return -1;
        }
        int wordEnd = wordEnd(at);
        if (wordEnd - at == 1) {
            return isLastInitial(wordEnd) ? wordEnd + 1 : -1;
        }
        boolean belongs = isLinked || (isLoud == isLoud(at, wordEnd) && common.mayBeName(text.substring(at, wordEnd)));
        return belongs ? wordEnd : -1;
    }

    private int afterSpace(int end) {
        return end < text.length() && text.charAt(end) == ' ' ? end + 1 : -1;
    }

    /** Where the word after a link begins: after {@code de }, {@code d'}; or -1. */
    private int linkEnd(int at) {
        int end = at;
        while (end < text.length() && Character.isLowerCase(text.charAt(end))) {
            end++;
        }
        if (end == text.length() || end == at) {
            return -1;
        }
        boolean isElided = end - at == 1 && isApostrophe(text.charAt(end)) && "dl".indexOf(text.charAt(at)) >= 0;
        boolean isWord = text.charAt(end) == ' ' && LINKS.contains(text.substring(at, end));
        return isElided || isWord ? end + 1 : -1;
    }

    /** {@code Marie V.} at the end of a line or part. */
    private boolean isLastInitial(int end) {
        boolean isDotted = end < text.length() && text.charAt(end) == '.';
        return isDotted && (end + 1 == text.length() || ",;)\n".indexOf(text.charAt(end + 1)) >= 0);
    }

    private int wordEnd(int start) {
        int end = start;
        while (end < text.length() && isInWord(end)) {
            end++;
        }
        return end;
    }

    private boolean isInWord(int at) {
        char c = text.charAt(at);
        boolean isJoint = c == '-' || isApostrophe(c);
        return Character.isLetter(c)
                || Character.getType(c) == Character.NON_SPACING_MARK
                || (isJoint && at + 1 < text.length() && Character.isUpperCase(text.charAt(at + 1)));
    }

    private boolean isLoud(int start, int end) {
        return end - start > 1 && text.substring(start, end).chars().noneMatch(Character::isLowerCase);
    }

    private static boolean isApostrophe(char c) {
        return c == '\'' || c == '\u2019';
    }
}
