package io.postil.model.torch;

import io.postil.model.Classifier;
import io.postil.model.ClassifierFactory;
import io.postil.model.Input;
import io.postil.model.ModelInfo;
import io.postil.model.Numeric;
import io.postil.model.checkpoint.BaseModels;
import io.postil.model.checkpoint.Checkpoint;
import java.nio.file.Path;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Opens checkpoint folders with the PyTorch engine. */
public final class TorchClassifiers implements ClassifierFactory {
    private static final Logger LOG = LoggerFactory.getLogger(TorchClassifiers.class);
    private final BaseModels bases;
    private final TorchOptions options;

    /**
     * Opens nothing yet.
     *
     * @throws IllegalArgumentException if there is no such device here, naming those there are
     */
    public TorchClassifiers(BaseModels bases, TorchOptions options) {
        Devices.find(options.device());
        this.bases = bases;
        this.options = options;
    }

    @Override
    public Classifier open(Path folder, ModelName name) {
        Checkpoint checkpoint = Checkpoint.open(folder, bases);
        checkpoint.config().requireOneLabelAnAnswer(folder);
        List<String> labels = checkpoint.config().labels();
        Reading reading = Reading.of(checkpoint);
        OpenModel model = OpenModel.open(
                checkpoint, options, options.numeric() == Numeric.AUTO ? reading.numeric() : options.numeric());
        String running = model.running().toString();
        LOG.atInfo()
                .addKeyValue("task", name.task())
                .addKeyValue("version", name.version())
                .addKeyValue("running", running)
                .log("A model was opened");
        ModelInfo info = new ModelInfo(name.task(), name.version(), name.digest(), checkpoint.head(), labels, running);
        WindowedReader reader = new WindowedReader(model.scorer(), checkpoint.head(), labels, reading);
        Classifier classifier = new TorchClassifier(info, model, reader);
        return warmed(classifier);
    }

    private static Classifier warmed(Classifier classifier) {
        try {
            classifier.classify(List.of(Input.of("warm up")));
            return classifier;
        } catch (RuntimeException e) {
            classifier.close();
            throw e;
        }
    }
}
