package io.postil.model.torch;

import io.postil.model.Entity;
import io.postil.model.Field;
import io.postil.model.Head;
import io.postil.model.Input;
import io.postil.model.Prediction;
import io.postil.model.batch.BatchPlan;
import io.postil.model.text.Encoded;
import io.postil.model.text.Logits;
import io.postil.model.text.Merged;
import io.postil.model.text.TagDecoder;
import io.postil.model.text.TagSet;
import io.postil.model.text.Window;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads inputs of any length and answers for each. The windows of all inputs are scored in native calls of a bounded number of
 * tokens, those of similar length together; {@link Merged} says how the windows of one input become one answer.
 */
final class WindowedReader {
    /** The most inputs of one native call. */
    private static final int COUNT = 64;

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

    /** An input with its tokens. */
    record Tokenized(Input input, Encoded tokens) {}

    /** A window of an input, and where its logits go. */
    private record Part(Encoded tokens, Window window, Merged merged) {

        int size() {
            return window.size();
        }
    }

    List<Prediction> read(List<Tokenized> inputs) {
        List<Part> parts = new ArrayList<>();
        List<Merged> merged = new ArrayList<>();
        for (Tokenized input : inputs) {
            List<Window> windows = Window.over(input.tokens(), reading.window(), reading.overlap());
            Merged whole = head == Head.SEQUENCE ? Merged.ofInputs(windows) : Merged.ofTokens(input.tokens(), windows);
            windows.forEach(window -> parts.add(new Part(input.tokens(), window, whole)));
            merged.add(whole);
        }
        BatchPlan.of(parts, Part::size, scorer.tokensPerCall(), COUNT).forEach(this::score);
        List<Prediction> predictions = new ArrayList<>();
        for (int i = 0; i < merged.size(); i++) {
            predictions.add(answer(inputs.get(i), merged.get(i).logits().cooled(reading.temperature())));
        }
        return predictions;
    }

    private void score(List<Part> parts) {
        List<Encoded> rows =
                parts.stream().map(part -> part.window().of(part.tokens())).toList();
        List<Logits> scored = scorer.score(rows);
        for (int i = 0; i < scored.size(); i++) {
            parts.get(i).merged().add(parts.get(i).window(), scored.get(i));
        }
    }

    /** Every window was read, so all of the text was. */
    private Prediction answer(Tokenized read, Logits logits) {
        int covered = read.input().chars();
        return head == Head.SEQUENCE
                ? label(logits, covered)
                : new Prediction.Tagged(entities(read.input(), read.tokens(), logits), covered);
    }

    private Prediction label(Logits logits, int covered) {
        double[] logarithms = logits.logProbabilities(0);
        Map<String, Double> scores = new LinkedHashMap<>();
        int best = 0;
        for (int label = 0; label < logarithms.length; label++) {
            scores.put(labels.get(label), Math.exp(logarithms[label]));
            best = logarithms[label] > logarithms[best] ? label : best;
        }
        return new Prediction.Labelled(labels.get(best), Math.exp(logarithms[best]), scores, covered);
    }

    private List<Entity> entities(Input input, Encoded tokens, Logits logits) {
        List<Entity> entities = new ArrayList<>(decoder.decode(Field.TEXT, input.text(), tokens, logits));
        input.textPair().ifPresent(pair -> entities.addAll(decoder.decode(Field.TEXT_PAIR, pair, tokens, logits)));
        entities.removeIf(entity -> entity.score() < reading.thresholds().getOrDefault(entity.type(), 0.0));
        return entities;
    }
}
