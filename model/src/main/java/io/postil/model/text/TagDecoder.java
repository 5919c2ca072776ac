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
public final class TagDecoder implements SpanDecoder {
    private final TagSet tags;

    public TagDecoder(TagSet tags) {
        this.tags = tags;
    }

    /** Spans lose white space at their ends. */
    @Override
    public List<Entity> decode(Field field, String text, Encoded tokens, Logits logits) {
        Words words = Words.of(field, tokens, logits);
        int[] path = bestPath(words);
        List<Entity> entities = new ArrayList<>();
        for (int first = 0; first < path.length; ) {
            int begin = first;
            int end = begin + 1;
            while (end < path.length && tags.continues(path[end - 1], path[end])) {
                end++;
            }
            int last = end - 1;
            tags.type(path[begin])
                    .flatMap(type -> entity(field, text, type, words, begin, last))
                    .ifPresent(entities::add);
            first = end;
        }
        return entities;
    }

    private int[] bestPath(Words words) {
        int size = tags.size();
        int[] from = new int[words.count() * size];
        double[] best = new double[size];
        double[] next = new double[size];
        for (int word = 0; word < words.count(); word++) {
            for (int label = 0; label < size; label++) {
                int before = word == 0 ? -1 : bestBefore(best, label);
                boolean allowed = word > 0 || tags.mayFollow(-1, label);
                double soFar = word == 0 ? 0 : best[before];
                next[label] = allowed ? soFar + words.score(word, label) : Double.NEGATIVE_INFINITY;
                from[word * size + label] = before;
            }
            double[] spare = best;
            best = next;
            next = spare;
        }
        return walkBack(from, best, words.count());
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

    private static int[] walkBack(int[] from, double[] last, int count) {
        int[] path = new int[count];
        int label = 0;
        for (int i = 1; i < last.length; i++) {
            label = last[i] > last[label] ? i : label;
        }
        for (int word = count - 1; word >= 0; word--) {
            path[word] = label;
            label = from[word * last.length + label];
        }
        return path;
    }

    private Optional<Entity> entity(Field field, String text, String type, Words words, int first, int last) {
        int start = words.start(first);
        int end = words.end(last);
        while (start < end && Character.isWhitespace(text.charAt(start))) {
            start++;
        }
        while (end > start && Character.isWhitespace(text.charAt(end - 1))) {
            end--;
        }
        double sum = 0;
        for (int word = first; word <= last; word++) {
            sum += probability(type, words, word);
        }
        double score = sum / (last - first + 1);
        return start == end ? Optional.empty() : Optional.of(new Entity(field, type, start, end, score));
    }

    /** That a word is of a type, be it the first of a span or a later one. */
    private double probability(String type, Words words, int word) {
        double sum = 0;
        for (int label = 0; label < tags.size(); label++) {
            if (tags.type(label).filter(type::equals).isPresent()) {
                sum += Math.exp(words.score(word, label));
            }
        }
        return Math.min(1, sum);
    }
}
