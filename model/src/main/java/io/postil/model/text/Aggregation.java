package io.postil.model.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * How the labels of tokens become groups, as in the token-classification pipeline of transformers (its
 * {@code aggregation_strategy}). Pure functions.
 *
 * @see <a href="https://github.com/huggingface/transformers/blob/v4.57.0/src/transformers/pipelines/token_classification.py">
 *     token_classification.py</a>
 */
public enum Aggregation {
    /** Each token by itself, B- and I- kept. */
    NONE,
    /** Neighbours of one type join, but for a B-. */
    SIMPLE,
    /** A word has the label of its first token; then as SIMPLE. */
    FIRST,
    /** A word has the label whose mean probability over its tokens is highest; then as SIMPLE. */
    AVERAGE,
    /** A word has the label of its surest token; then as SIMPLE. */
    MAX;

    /**
     * A token, word or group of them.
     *
     * @param label as the model has it under NONE, else without B- or I-
     * @param score mean over what was joined, 0 to 1
     * @param start as the tokens count; {@code end} exclusive
     */
    public record Group(String label, double score, int start, int end) {}

    /** A token as a model reads it. */
    public static final class ScoredToken {
        private final double[] scores;
        private final int start;
        private final int end;
        private final boolean continues;

        /**
         * A token of a text.
         *
         * @param scores the probability of each label
         * @param continues whether it goes on with the word of the token before
         */
        public ScoredToken(double[] scores, int start, int end, boolean continues) {
            this.scores = scores.clone();
            this.start = start;
            this.end = end;
            this.continues = continues;
        }
    }

    /**
     * Groups the tokens of a text.
     *
     * @param tokens in order, without special ones
     * @param labels in the order of the probabilities
     * @param ignored labels (without B- or I- unless NONE) that are left out
     */
    public List<Group> groups(List<ScoredToken> tokens, List<String> labels, Set<String> ignored) {
        List<Group> parts = new ArrayList<>();
        for (int start = 0; start < tokens.size(); ) {
            int end = wordEnd(tokens, start);
            double[] scores = wordScores(tokens.subList(start, end));
            int best = best(scores);
            parts.add(new Group(labels.get(best), scores[best], tokens.get(start).start, tokens.get(end - 1).end));
            start = end;
        }
        List<Group> groups = this == NONE ? parts : joined(parts);
        return groups.stream().filter(group -> !ignored.contains(group.label())).toList();
    }

    private int wordEnd(List<ScoredToken> tokens, int start) {
        int end = start + 1;
        while (this != NONE && this != SIMPLE && end < tokens.size() && tokens.get(end).continues) {
            end++;
        }
        return end;
    }

    private double[] wordScores(List<ScoredToken> word) {
        return switch (this) {
            case NONE, SIMPLE, FIRST -> word.get(0).scores;
            case MAX -> surest(word);
            case AVERAGE -> mean(word);
        };
    }

    private static double[] surest(List<ScoredToken> word) {
        double[] found = word.get(0).scores;
        for (ScoredToken token : word) {
            found = token.scores[best(token.scores)] > found[best(found)] ? token.scores : found;
        }
        return found;
    }

    private static double[] mean(List<ScoredToken> word) {
        double[] mean = new double[word.get(0).scores.length];
        for (ScoredToken token : word) {
            for (int label = 0; label < mean.length; label++) {
                mean[label] += token.scores[label];
            }
        }
        for (int label = 0; label < mean.length; label++) {
            mean[label] /= word.size();
        }
        return mean;
    }

    private static int best(double[] scores) {
        int best = 0;
        for (int i = 1; i < scores.length; i++) {
            best = scores[i] > scores[best] ? i : best;
        }
        return best;
    }

    private static List<Group> joined(List<Group> parts) {
        List<Group> groups = new ArrayList<>();
        for (int start = 0; start < parts.size(); ) {
            int end = start + 1;
            while (end < parts.size() && joins(parts.get(end), parts.get(end - 1))) {
                end++;
            }
            groups.add(group(parts.subList(start, end)));
            start = end;
        }
        return groups;
    }

    private static boolean joins(Group part, Group last) {
        return !part.label().startsWith("B-") && type(part.label()).equals(type(last.label()));
    }

    /** Only B- and I- are prefixes when neighbours are compared; the name of a group begins behind the first dash. */
    private static String type(String label) {
        return label.startsWith("B-") || label.startsWith("I-") ? label.substring(2) : label;
    }

    private static Group group(List<Group> parts) {
        Group first = parts.get(0);
        double score = parts.stream().mapToDouble(Group::score).sum() / parts.size();
        String name = first.label().substring(first.label().indexOf('-') + 1);
        return new Group(name, score, first.start(), parts.get(parts.size() - 1).end());
    }
}
