package io.postil.model.torch;

import io.postil.model.Agreement;
import io.postil.model.Input;
import io.postil.model.text.Encoded;
import io.postil.model.text.Logits;
import io.postil.model.text.Tokenizer;
import io.postil.model.text.Truncation;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Texts in several languages and lengths, which numeric modes are compared on. */
final class Probes {
    private static final String FILE = "probes.txt";

    /** No probe takes longer than a usual window. */
    private static final int LONGEST = 256;

    private Probes() {}

    static List<Encoded> encoded(Tokenizer tokenizer, int longest) {
        return texts().stream()
                .map(text -> Truncation.longestFirst(tokenizer.encode(Input.of(text)), Math.min(LONGEST, longest)))
                .toList();
    }

    static List<String> texts() {
        try (InputStream in = Probes.class.getResourceAsStream(FILE)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** How near other answers are to exact ones, row for row. */
    static Agreement agreement(List<Logits> exact, List<Logits> others) {
        int rows = 0;
        int equal = 0;
        double difference = 0;
        for (int i = 0; i < exact.size(); i++) {
            for (int row = 0; row < exact.get(i).rows(); row++) {
                double[] wanted = exact.get(i).logProbabilities(row);
                double[] found = others.get(i).logProbabilities(row);
                int label = largest(wanted);
                rows++;
                equal += largest(found) == label ? 1 : 0;
                difference += Math.abs(Math.exp(wanted[label]) - Math.exp(found[label]));
            }
        }
        return new Agreement((double) equal / rows, Math.min(1, difference / rows));
    }

    private static int largest(double[] values) {
        int largest = 0;
        for (int i = 1; i < values.length; i++) {
            largest = values[i] > values[largest] ? i : largest;
        }
        return largest;
    }
}
