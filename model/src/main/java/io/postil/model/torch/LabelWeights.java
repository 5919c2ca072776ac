package io.postil.model.torch;

import io.postil.model.text.TokenLabels;
import java.util.List;
import java.util.Map;

/** What each label counts in the loss, in the order of the logits. */
final class LabelWeights {
    private final float[] weights;

    /** Takes the labels of the model, and the weights of those that do not count 1. */
    LabelWeights(List<String> labels, Map<String, Double> named) {
        weights = new float[labels.size()];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = named.getOrDefault(labels.get(i), 1.0).floatValue();
        }
    }

    float[] values() {
        return weights.clone();
    }

    /** What targets weigh together; 0 where there is nothing to learn. */
    double of(long[] labels) {
        double sum = 0;
        for (long label : labels) {
            sum += label == TokenLabels.IGNORED ? 0 : weights[(int) label];
        }
        return sum;
    }
}
