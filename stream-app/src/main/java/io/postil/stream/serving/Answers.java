package io.postil.stream.serving;

import io.postil.model.ModelInfo;
import io.postil.model.Prediction;
import java.util.List;

/**
 * What one version of a model answered.
 *
 * @param predictions one for each input, in order
 */
public record Answers(ModelInfo model, List<Prediction> predictions) {

    public Answers {
        predictions = List.copyOf(predictions);
    }
}
