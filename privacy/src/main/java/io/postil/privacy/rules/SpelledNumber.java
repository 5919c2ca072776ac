package io.postil.privacy.rules;

import io.postil.privacy.rules.NumberWords.Kind;
import io.postil.privacy.rules.NumberWords.NumberWord;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A run of words for numbers, digits among them, as the digits they stand for.
 *
 * @param words how many words, digits not counted
 * @param isCount whether it counts up or down by one, as nobody's number does
 */
record SpelledNumber(int start, int end, String digits, int words, boolean isCount) {
    static final int MOST_BETWEEN = 3;
    private static final String SEPARATORS = " -,.\n";

    /** The run that begins with the word at {@code start}; it has one word at least. */
    static SpelledNumber at(String lower, int start) {
        var read = new ArrayList<NumberWord>();
        var digits = new StringBuilder();
        int words = 0;
        int end = start;
        int next = start;
        while (next >= 0) {
            int wordEnd = wordEnd(lower, next);
            var word = lower.substring(next, wordEnd);
            var number = NumberWords.of(word);
            if (number.isEmpty() && !isDigits(word)) {
                break;
            }
            if (number.isEmpty()) {
                write(read, digits);
                digits.append(word);
            } else {
                read.add(number.get());
                words += number.get().kind() == Kind.LINK ? 0 : 1;
            }
            end = number.map(NumberWord::kind).filter(Kind.LINK::equals).isPresent() ? end : wordEnd;
            next = nextStart(lower, wordEnd);
        }
        boolean isCount = digits.length() == 0 && isCount(read);
        write(read, digits);
        return new SpelledNumber(start, end, digits.toString(), words, isCount);
    }

    private static boolean isDigits(String word) {
        return !word.isEmpty() && word.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    private static int wordEnd(String lower, int from) {
        int end = from;
        while (end < lower.length() && Reading.isLetterOrDigit(lower.charAt(end))) {
            end++;
        }
        return end;
    }

    /** Where the next word begins after a few separators, or -1. */
    private static int nextStart(String lower, int end) {
        int at = end;
        while (at < lower.length() && at - end < MOST_BETWEEN && SEPARATORS.indexOf(lower.charAt(at)) >= 0) {
            at++;
        }
        return at > end && at < lower.length() && Reading.isLetterOrDigit(lower.charAt(at)) ? at : -1;
    }

    /** Whether only separators, one at least, stand between. */
    static boolean isBetween(String lower, int from, int to) {
        for (int at = from; at < to; at++) {
            if (SEPARATORS.indexOf(lower.charAt(at)) < 0) {
                return false;
            }
        }
        return to > from;
    }

    private static boolean isCount(List<NumberWord> read) {
        if (read.size() < 2) {
            return false;
        }
        int step = read.get(1).value() - read.get(0).value();
        for (int i = 1; i < read.size(); i++) {
            if (read.get(i).value() - read.get(i - 1).value() != step) {
                return false;
            }
        }
        return Math.abs(step) == 1;
    }

    /** Writes numbers as digits and forgets them: a unit after tens, a teen after sixty or eighty belong to them. */
    private static void write(List<NumberWord> read, StringBuilder digits) {
        read.removeIf(word -> word.kind() == Kind.LINK);
        for (int i = 0; i < read.size(); ) {
            i += writeOne(read, i, digits);
        }
        read.clear();
    }

    private static int writeOne(List<NumberWord> read, int at, StringBuilder digits) {
        var word = read.get(at);
        var next = at + 1 < read.size() ? Optional.of(read.get(at + 1)) : Optional.<NumberWord>empty();
        return switch (word.kind()) {
            case TIMES -> writeRepeated(word, next, digits);
            case UNIT -> {
                boolean isEighty = word.value() == 4
                        && next.filter(tens -> tens.kind() == Kind.TENS && tens.value() == 20)
                                .isPresent();
                yield isEighty ? 1 + writePair(read, at + 1, 80, digits) : writeUnit(word, digits);
            }
            case TENS -> writePair(read, at, word.value(), digits);
            default -> writeTeen(read, at, digits);
        };
    }

    private static int writeRepeated(NumberWord times, Optional<NumberWord> next, StringBuilder digits) {
        var unit = next.filter(word -> word.kind() == Kind.UNIT);
        unit.ifPresent(word -> digits.append(String.valueOf(word.value()).repeat(times.value())));
        return unit.isPresent() ? 2 : 1;
    }

    private static int writeUnit(NumberWord word, StringBuilder digits) {
        digits.append(word.value());
        return 1;
    }

    /** {@code dix-huit}: ten and a unit from seven on. */
    private static int writeTeen(List<NumberWord> read, int at, StringBuilder digits) {
        boolean isSum = read.get(at).value() == 10
                && at + 1 < read.size()
                && read.get(at + 1).kind() == Kind.UNIT
                && read.get(at + 1).value() >= 7;
        digits.append(isSum ? 10 + read.get(at + 1).value() : read.get(at).value());
        return isSum ? 2 : 1;
    }

    /** Tens with what belongs to them; returns how many words that were. */
    private static int writePair(List<NumberWord> read, int at, int tens, StringBuilder digits) {
        if (at + 1 < read.size()) {
            var next = read.get(at + 1);
            if (next.kind() == Kind.UNIT && next.value() > 0) {
                digits.append(tens + next.value());
                return 2;
            }
            if (next.kind() == Kind.TEEN && (tens == 60 || tens == 80) && next.value() < 20) {
                var teen = new StringBuilder();
                int more = writeTeen(read, at + 1, teen);
                digits.append(tens + Integer.parseInt(teen.toString()));
                return 1 + more;
            }
        }
        digits.append(tens);
        return 1;
    }
}
