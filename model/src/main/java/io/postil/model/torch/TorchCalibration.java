package io.postil.model.torch;

import io.postil.model.Classifier;
import io.postil.model.ClassifierFactory.ModelName;
import io.postil.model.Entity;
import io.postil.model.Field;
import io.postil.model.Head;
import io.postil.model.Input;
import io.postil.model.Prediction;
import io.postil.model.batch.BatchLimits;
import io.postil.model.batch.InBatches;
import io.postil.model.checkpoint.BaseModels;
import io.postil.model.evaluate.Calibration;
import io.postil.model.text.Encoded;
import io.postil.model.text.Logits;
import io.postil.model.text.SpanDecoder;
import io.postil.model.text.TagSet;
import io.postil.model.text.TokenLabels;
import io.postil.model.train.LearnerOptions.Alignment;
import io.postil.model.train.TrainingItem;
import io.postil.model.train.TrainingItem.Gold;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Fits the temperature of a checkpoint folder that has no notes yet: by the label of each input, or of each word. */
public final class TorchCalibration {
    /** One worker: what it meets on the way is recorded in order. */
    private static final BatchLimits LIMITS = new BatchLimits(1, 1024, 64, Integer.MAX_VALUE);

    private TorchCalibration() {}

    /**
     * Fits to items that were not trained on.
     *
     * @throws io.postil.model.CheckpointException if the folder cannot be opened
     */
    public static Calibration fit(
            Path folder, BaseModels bases, TorchOptions options, List<? extends TrainingItem> items) {
        List<Calibration.Item> words = new ArrayList<>();
        TorchClassifiers factory = new TorchClassifiers(
                bases, options, (checkpoint, labels) -> new Recorder(new TagSet(labels), gold(items), words));
        try (Classifier classifier = factory.open(folder, new ModelName("calibration", "", ""))) {
            words.clear();
            List<Input> inputs = items.stream().map(TrainingItem::input).toList();
            List<Prediction> answers = InBatches.classify(classifier, inputs, LIMITS);
            return classifier.info().head() == Head.TOKENS ? Calibration.fit(words) : labels(items, answers);
        }
    }

    private static Calibration labels(List<? extends TrainingItem> items, List<Prediction> answers) {
        return Calibration.fit(
                items.stream()
                        .map(item -> ((TrainingItem.Labelled) item).label())
                        .toList(),
                answers.stream().map(Prediction.Labelled.class::cast).toList());
    }

    private static Map<String, List<Gold>> gold(List<? extends TrainingItem> items) {
        Map<String, List<Gold>> gold = new HashMap<>();
        for (TrainingItem item : items) {
            if (item instanceof TrainingItem.Spanned spanned) {
                gold.put(item.input().text(), spanned.spans());
                item.input().textPair().ifPresent(pair -> gold.put(pair, spanned.spans()));
            }
        }
        return gold;
    }

    /** Finds no spans, but notes what the first token of each word says beside what it should say. */
    private record Recorder(TagSet tags, Map<String, List<Gold>> gold, List<Calibration.Item> words)
            implements SpanDecoder {

        @Override
        public List<Entity> decode(Field field, String text, Encoded tokens, Logits logits) {
            int[] wanted = new TokenLabels(tags, Alignment.FIRST).of(tokens, gold.getOrDefault(text, List.of()));
            double[] logarithms = new double[logits.labels()];
            for (int token = 0; token < wanted.length; token++) {
                if (tokens.isOf(field, token) && wanted[token] != TokenLabels.IGNORED) {
                    logits.logProbabilities(token, logarithms, 0);
                    List<Double> scores = new ArrayList<>();
                    for (double logarithm : logarithms) {
                        scores.add(logarithm);
                    }
                    words.add(new Calibration.Item(scores, wanted[token]));
                }
            }
            return List.of();
        }
    }
}
