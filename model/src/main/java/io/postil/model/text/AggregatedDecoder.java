package io.postil.model.text;

import io.postil.model.Entity;
import io.postil.model.Field;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Spans as the token-classification pipeline of transformers makes them. A group without any character, which some tokenizers'
 * word marks make, is no span.
 *
 * @param ignored labels that make no span
 */
public record AggregatedDecoder(Aggregation aggregation, List<String> labels, Set<String> ignored, Subwords subwords)
        implements SpanDecoder {

    public AggregatedDecoder {
        labels = List.copyOf(labels);
        ignored = Set.copyOf(ignored);
    }

    @Override
    public List<Entity> decode(Field field, String text, Encoded tokens, Logits logits) {
        List<Aggregation.ScoredToken> scored = new ArrayList<>();
        for (int token = 0; token < tokens.size(); token++) {
            if (tokens.isOf(field, token)) {
                scored.add(new Aggregation.ScoredToken(
                        probabilities(logits, token),
                        tokens.start(token),
                        tokens.end(token),
                        subwords.continuesWord(text, tokens, token)));
            }
        }
        return aggregation.groups(scored, labels, ignored).stream()
                .filter(group -> group.start() < group.end())
                .map(group -> new Entity(field, group.label(), group.start(), group.end(), group.score()))
                .toList();
    }

    private static double[] probabilities(Logits logits, int token) {
        double[] probabilities = new double[logits.labels()];
        logits.logProbabilities(token, probabilities, 0);
        for (int label = 0; label < probabilities.length; label++) {
            probabilities[label] = Math.exp(probabilities[label]);
        }
        return probabilities;
    }
}
