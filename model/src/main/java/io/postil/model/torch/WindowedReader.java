package io.postil.model.torch;

import io.postil.model.Entity;
import io.postil.model.Field;
import io.postil.model.Head;
import io.postil.model.Input;
import io.postil.model.Prediction;
import io.postil.model.text.Softmax;
import io.postil.model.text.TagDecoder;
import io.postil.model.text.TagSet;
import io.postil.model.text.Token;
import io.postil.model.text.Window;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads inputs of any length and answers for each. Windows are scored together: all in one native call where every input fits one
 * window, else in calls of a bounded number of tokens. Over the windows of one input the logits of a sequence head are averaged, each
 * window weighted by its tokens; of a token's logits those count that were read with the most context around it.
 */
final class WindowedReader {
    /** Padded tokens of one native call, where long inputs make more than one. */
    private static final int TOKENS_PER_CALL = 8192;

    private final Scorer scorer;
    private final Head head;
    private final List<String> labels;
    private final Reading reading;
    private final TagDecoder decoder;

    WindowedReader(Scorer scorer, Head head, List<String> labels, Reading reading) {
        this.scorer = scorer;
        this.head = head;
        this.labels = List.copyOf(labels);
        this.reading = reading;
        this.decoder = new TagDecoder(new TagSet(labels));
    }

    List<Prediction> read(List<Input> inputs, List<List<Token>> tokens) {
        List<List<Window>> windows = tokens.stream()
                .map(row -> Window.over(row, reading.window(), reading.overlap()))
                .toList();
        List<List<Token>> rows = new ArrayList<>();
        for (int i = 0; i < tokens.size(); i++) {
            List<Token> all = tokens.get(i);
            windows.get(i)
                    .forEach(window ->
                            rows.add(window.indices().stream().map(all::get).toList()));
        }
        List<float[][]> scored = rows.size() == inputs.size() ? scorer.score(rows) : inParts(rows);
        List<Prediction> predictions = new ArrayList<>();
        int next = 0;
        for (int i = 0; i < inputs.size(); i++) {
            int count = windows.get(i).size();
            List<float[][]> own = scored.subList(next, next += count);
            predictions.add(answer(inputs.get(i), tokens.get(i), windows.get(i), own));
        }
        return predictions;
    }

    private List<float[][]> inParts(List<List<Token>> rows) {
        int perCall = Math.max(1, TOKENS_PER_CALL / reading.window());
        List<float[][]> scored = new ArrayList<>();
        for (int i = 0; i < rows.size(); i += perCall) {
            scored.addAll(scorer.score(rows.subList(i, Math.min(rows.size(), i + perCall))));
        }
        return scored;
    }

    private Prediction answer(Input input, List<Token> tokens, List<Window> windows, List<float[][]> scored) {
        int covered =
                input.text().length() + input.textPair().map(String::length).orElse(0);
        return head == Head.SEQUENCE
                ? label(mean(windows, scored), covered)
                : new Prediction.Tagged(entities(input, tokens, best(tokens.size(), windows, scored)), covered);
    }

    private static float[] mean(List<Window> windows, List<float[][]> scored) {
        float[] mean = new float[scored.get(0)[0].length];
        double all = windows.stream().mapToInt(w -> w.indices().size()).sum();
        for (int i = 0; i < windows.size(); i++) {
            double weight = windows.get(i).indices().size() / all;
            for (int label = 0; label < mean.length; label++) {
                mean[label] += (float) (weight * scored.get(i)[0][label]);
            }
        }
        return mean;
    }

    private Prediction label(float[] logits, int covered) {
        double[] probabilities = Softmax.probabilities(cooled(logits));
        Map<String, Double> scores = new LinkedHashMap<>();
        int best = 0;
        for (int label = 0; label < probabilities.length; label++) {
            scores.put(labels.get(label), probabilities[label]);
            best = probabilities[label] > probabilities[best] ? label : best;
        }
        return new Prediction.Labelled(labels.get(best), probabilities[best], scores, covered);
    }

    private float[][] best(int tokens, List<Window> windows, List<float[][]> scored) {
        float[][] best = new float[tokens][];
        int[] context = new int[tokens];
        for (int w = 0; w < windows.size(); w++) {
            Window window = windows.get(w);
            for (int i = 0; i < window.indices().size(); i++) {
                int token = window.indices().get(i);
                if (best[token] == null || window.context().get(i) > context[token]) {
                    best[token] = cooled(scored.get(w)[i]);
                    context[token] = window.context().get(i);
                }
            }
        }
        return best;
    }

    private List<Entity> entities(Input input, List<Token> tokens, float[][] logits) {
        List<Entity> entities = new ArrayList<>(decoder.decode(Field.TEXT, input.text(), tokens, logits));
        input.textPair().ifPresent(pair -> entities.addAll(decoder.decode(Field.TEXT_PAIR, pair, tokens, logits)));
        entities.removeIf(entity -> entity.score() < reading.thresholds().getOrDefault(entity.type(), 0.0));
        return entities;
    }

    private float[] cooled(float[] logits) {
        float[] cooled = logits.clone();
        for (int i = 0; i < cooled.length; i++) {
            cooled[i] /= (float) reading.temperature();
        }
        return cooled;
    }
}
