package io.postil.privacy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Makes disjoint spans in order out of findings, by these rules:
 *
 * <ol>
 *   <li>Every character that anything found stays covered.
 *   <li>Findings that overlap become one span, from the first start to the last end.
 *   <li>Its type, score and finder are those of the longest of them; of equally long ones, of the type that comes first in {@link
 *       Types}, then of the higher score, then of a rule before a model.
 *   <li>Neighbours of the same type with nothing or only white space between them become one, with the higher score; of persons, with
 *       an initial between them, too.
 * </ol>
 */
final class Merging {
    private static final Comparator<Finding> BEST = Comparator.comparingInt(Merging::length)
            .thenComparing(Finding::type, Comparator.comparingInt(Types::rank).reversed())
            .thenComparingDouble(Finding::score)
            .thenComparing(Finding::source)
            .thenComparing(Finding::type)
            .thenComparing(Finding::by);

    /** {@code Ada M. Quill}. */
    private static final Pattern INITIAL = Pattern.compile(" \\p{Lu}\\.? ");

    private Merging() {}

    static List<Finding> merge(String text, List<Finding> findings) {
        var ordered = findings.stream()
                .sorted(Comparator.comparingInt(Finding::start))
                .toList();
        return joinNeighbours(text, joinOverlaps(ordered));
    }

    private static List<Finding> joinOverlaps(List<Finding> ordered) {
        var joined = new ArrayList<Finding>();
        var group = new ArrayList<Finding>();
        int end = 0;
        for (Finding finding : ordered) {
            if (!group.isEmpty() && finding.start() >= end) {
                joined.add(best(group, end));
                group.clear();
            }
            group.add(finding);
            end = group.size() == 1 ? finding.end() : Math.max(end, finding.end());
        }
        if (!group.isEmpty()) {
            joined.add(best(group, end));
        }
        return joined;
    }

    private static Finding best(List<Finding> group, int end) {
        return spanning(group.stream().max(BEST).orElseThrow(), group.get(0).start(), end);
    }

    private static List<Finding> joinNeighbours(String text, List<Finding> disjoint) {
        var joined = new ArrayList<Finding>();
        for (Finding finding : disjoint) {
            int last = joined.size() - 1;
            if (last >= 0 && areOne(text, joined.get(last), finding)) {
                var before = joined.get(last);
                var best = before.score() >= finding.score() ? before : finding;
                joined.set(last, spanning(best, before.start(), finding.end()));
            } else {
                joined.add(finding);
            }
        }
        return joined;
    }

    private static boolean areOne(String text, Finding before, Finding after) {
        if (!before.type().equals(after.type())) {
            return false;
        }
        var between = text.substring(before.end(), after.start());
        return between.isBlank()
                || (before.type().equals(Types.PERSON)
                        && INITIAL.matcher(between).matches());
    }

    private static Finding spanning(Finding finding, int start, int end) {
        return finding.at(start, end);
    }

    private static int length(Finding finding) {
        return finding.end() - finding.start();
    }
}
