package io.postil.model.torch;

import io.postil.model.Classifier;
import io.postil.model.ClassifierFactory;
import io.postil.model.Input;
import io.postil.model.ModelInfo;
import io.postil.model.checkpoint.BaseModels;
import io.postil.model.checkpoint.Checkpoint;
import java.nio.file.Path;
import java.util.List;

/** Opens checkpoint folders with the PyTorch engine. */
public final class TorchClassifiers implements ClassifierFactory {
    private final BaseModels bases;
    private final TorchOptions options;
    private final SpanRule rule;

    public TorchClassifiers(BaseModels bases, TorchOptions options) {
        this(bases, options, new SpanRule.Constrained());
    }

    /** With another rule by which the labels of tokens become spans. */
    public TorchClassifiers(BaseModels bases, TorchOptions options, SpanRule rule) {
        this.bases = bases;
        this.options = options;
        this.rule = rule;
    }

    @Override
    public Classifier open(Path folder, ModelName name) {
        Checkpoint checkpoint = Checkpoint.open(folder, bases);
        checkpoint.config().requireOneLabelAnAnswer(folder);
        List<String> labels = checkpoint.config().labels();
        ModelInfo info = new ModelInfo(name.task(), name.version(), name.digest(), checkpoint.head(), labels);
        Reading reading = Reading.of(checkpoint);
        OpenModel model = OpenModel.open(checkpoint, options);
        WindowedReader reader = new WindowedReader(
                model.scorer(), checkpoint.head(), labels, reading, rule.decoder(checkpoint, labels));
        Classifier classifier = new TorchClassifier(info, model.tokenizer(), model.module(), reader);
        classifier.classify(List.of(Input.of("warm up")));
        return classifier;
    }
}
