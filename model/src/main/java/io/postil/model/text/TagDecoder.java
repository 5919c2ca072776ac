package io.postil.model.text;

import io.postil.model.Entity;
import io.postil.model.Field;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Turns the logits of tokens into spans. Each word is judged by its first token, as it was trained. Among the sequences of tags that
 * {@link TagSet} allows, the most probable one is taken (Viterbi's algorithm over log-probabilities), so that an I- tag never stands
 * without its B-.
 */
public final class TagDecoder {
    private final TagSet tags;

    public TagDecoder(TagSet tags) {
        this.tags = tags;
    }

    /** A word: where it lies, and the log-probabilities of its first token. */
    private static final class Word {
        private final int start;
        private final double[] scores;
        private int end;

        Word(Token first, float[] logits) {
            this.start = first.start();
            this.end = first.end();
            this.scores = Softmax.logarithms(logits);
        }

        void extendTo(int newEnd) {
            end = Math.max(end, newEnd);
        }
    }

    /**
     * Finds the spans of one field.
     *
     * @param text the field's text; spans lose white space at their ends
     * @param logits for each token
     */
    public List<Entity> decode(Field field, String text, List<Token> tokens, float[][] logits) {
        List<Word> words = words(field, tokens, logits);
        int[] path = bestPath(words);
        List<Entity> entities = new ArrayList<>();
        for (int i = 0; i < path.length; ) {
            int end = i + 1;
            while (end < path.length && tags.continues(path[end - 1], path[end])) {
                end++;
            }
            List<Word> span = words.subList(i, end);
            tags.type(path[i]).flatMap(type -> entity(field, text, type, span)).ifPresent(entities::add);
            i = end;
        }
        return entities;
    }

    private static List<Word> words(Field field, List<Token> tokens, float[][] logits) {
        List<Word> words = new ArrayList<>();
        for (int i = 0; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            if (!token.field().equals(Optional.of(field)) || token.start() == token.end()) {
                continue;
            }
            if (i > 0 && token.sharesWordWith(tokens.get(i - 1)) && !words.isEmpty()) {
                words.get(words.size() - 1).extendTo(token.end());
            } else {
                words.add(new Word(token, logits[i]));
            }
        }
        return words;
    }

    private int[] bestPath(List<Word> words) {
        int[][] from = new int[words.size()][tags.size()];
        double[] best = new double[tags.size()];
        for (int i = 0; i < words.size(); i++) {
            double[] next = new double[tags.size()];
            for (int label = 0; label < tags.size(); label++) {
                int before = i == 0 ? -1 : bestBefore(best, label);
                boolean allowed = i > 0 || tags.mayFollow(-1, label);
                double soFar = i == 0 ? 0 : best[before];
                next[label] = allowed ? soFar + words.get(i).scores[label] : Double.NEGATIVE_INFINITY;
                from[i][label] = before;
            }
            best = next;
        }
        return walkBack(from, best);
    }

    /** The label that is best before another; one that may not stand before it only where none may. */
    private int bestBefore(double[] best, int label) {
        int found = -1;
        for (int before = 0; before < best.length; before++) {
            if (tags.mayFollow(before, label) && (found < 0 || best[before] > best[found])) {
                found = before;
            }
        }
        return found;
    }

    private static int[] walkBack(int[][] from, double[] last) {
        int[] path = new int[from.length];
        int label = 0;
        for (int i = 1; i < last.length; i++) {
            label = last[i] > last[label] ? i : label;
        }
        for (int i = from.length - 1; i >= 0; i--) {
            path[i] = label;
            label = from[i][label];
        }
        return path;
    }

    private Optional<Entity> entity(Field field, String text, String type, List<Word> span) {
        int start = span.get(0).start;
        int end = span.get(span.size() - 1).end;
        while (start < end && Character.isWhitespace(text.charAt(start))) {
            start++;
        }
        while (end > start && Character.isWhitespace(text.charAt(end - 1))) {
            end--;
        }
        double score = span.stream()
                .mapToDouble(word -> probability(type, word))
                .average()
                .orElseThrow();
        return start == end ? Optional.empty() : Optional.of(new Entity(field, type, start, end, score));
    }

    /** That a word is of a type, be it the first of a span or a later one. */
    private double probability(String type, Word word) {
        double sum = 0;
        for (int label = 0; label < tags.size(); label++) {
            if (tags.type(label).equals(Optional.of(type))) {
                sum += Math.exp(word.scores[label]);
            }
        }
        return Math.min(1, sum);
    }
}
