package io.postil.cli;

import io.postil.model.Classifier;
import io.postil.model.Input;
import io.postil.model.Prediction;
import io.postil.privacy.Finder;
import io.postil.privacy.Finding;
import io.postil.privacy.MaskingException;
import io.postil.privacy.ModelText;
import java.util.List;

/** What an entity model finds. */
final class ModelFindings implements Finder {
    private final Classifier classifier;
    private final String name;

    ModelFindings(Classifier classifier, String name) {
        this.classifier = classifier;
        this.name = name;
    }

    @Override
    public List<Finding> find(String text) {
        Prediction prediction =
                classifier.classify(List.of(Input.of(ModelText.of(text)))).get(0);
        if (!(prediction instanceof Prediction.Tagged tagged)) {
            throw new UsageException("--model: " + name + " labels whole texts (expected an entity model)");
        }
        if (tagged.coveredChars() < text.length()) {
            throw new MaskingException(
                    "the model read " + tagged.coveredChars() + " of " + text.length() + " code units");
        }
        return tagged.entities().stream()
                .map(entity -> new Finding(
                        entity.type(), entity.start(), entity.end(), entity.score(), Finding.Source.MODEL, name))
                .toList();
    }
}
